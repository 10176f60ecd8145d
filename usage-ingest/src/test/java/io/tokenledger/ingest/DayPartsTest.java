package io.tokenledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.recorded.SourcePosition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayPartsTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 5, 1);

  /** One org may send an event of each day that is kept: five years in one batch. */
  @Test
  void aPartHasFewDaysHoweverManyTheBatchHas() {
    List<PricedEvent> events = eventsOf(1_826);
    List<List<PricedEvent>> parts = DayParts.of(events);

    assertThat(parts).hasSize(19);
    assertThat(parts).allSatisfy(part -> assertThat(daysOf(part)).hasSizeLessThanOrEqualTo(100));
    assertThat(parts.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void aBatchOfFewDaysStaysAsItIs() {
    List<PricedEvent> events = eventsOf(100);

    assertThat(DayParts.of(events)).containsExactly(events);
    assertThat(DayParts.of(List.of())).containsExactly(List.of());
  }

  private static Set<LocalDate> daysOf(List<PricedEvent> events) {
    Set<LocalDate> days = new HashSet<>();
    events.forEach(event -> days.add(EventKey.dayOf(event.key().value())));
    return days;
  }

  /** Two events of each day, the last days first. */
  private static List<PricedEvent> eventsOf(int days) {
    List<PricedEvent> events = new ArrayList<>();
    for (int i = 2 * days - 1; i >= 0; i--) {
      events.add(
          Events.eventOf(
              new SourcePosition(Events.TOPIC, 0, i),
              "e-" + i,
              FIRST_DAY.plusDays(i / 2).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
    return events;
  }
}

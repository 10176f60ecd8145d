package io.tokenledger.query.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateRangeTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-08");

  @Test
  void aDayStartsWhenItsZoneSays() {
    DateRange kathmandu = new DateRange(DAY, DAY, ZoneId.of("Asia/Kathmandu"));
    assertThat(kathmandu.start()).isEqualTo(Instant.parse("2026-03-07T18:15:00Z"));
    assertThat(kathmandu.end()).isEqualTo(Instant.parse("2026-03-08T18:15:00Z"));
  }

  @Test
  void aDayOfTheClockChangeHas23Hours() {
    List<Instant> starts =
        new DateRange(DAY, DAY.plusDays(1), ZoneId.of("America/New_York")).dayBounds();
    assertThat(Duration.between(starts.get(0), starts.get(1))).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void aDayWithoutMidnightStartsAtItsFirstMoment() {
    LocalDate noMidnight = LocalDate.parse("2024-04-26");
    DateRange cairo = new DateRange(noMidnight, noMidnight, ZoneId.of("Africa/Cairo"));
    assertThat(cairo.start()).isEqualTo(Instant.parse("2024-04-25T22:00:00Z"));
  }

  @Test
  void thePreviousRangeHasAsManyDays() {
    DateRange previous = new DateRange(DAY, DAY.plusDays(6), ZoneId.of("Europe/Berlin")).previous();
    assertThat(previous.from()).hasToString("2026-03-01");
    assertThat(previous.to()).hasToString("2026-03-07");
  }

  @Test
  void utcHasManyNames() {
    for (String name : List.of("UTC", "Etc/UTC", "GMT", "Zulu", "Etc/GMT+0")) {
      assertThat(new DateRange(DAY, DAY, ZoneId.of(name)).isUtc()).as(name).isTrue();
    }
    for (String name : List.of("Europe/London", "Etc/GMT+1", "Asia/Kolkata")) {
      assertThat(new DateRange(DAY, DAY, ZoneId.of(name)).isUtc()).as(name).isFalse();
    }
  }

  @Test
  void aRangeHasADayToTenYears() {
    ZoneId utc = ZoneId.of("UTC");
    assertThat(new DateRange(DAY, DAY.plusDays(3_659), utc).dayBounds()).hasSize(3_661);
    assertThatThrownBy(() -> new DateRange(DAY, DAY.plusDays(3_660), utc))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DateRange(DAY, DAY.minusDays(1), utc))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.tokenledger.query.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GranularityTest {

  @Test
  void aDayHas23To25Hours() {
    assertThat(hours("America/New_York", "2026-03-08")).hasSize(23);
    assertThat(hours("America/New_York", "2026-11-01")).hasSize(25);
    assertThat(hours("Asia/Kathmandu", "2026-11-01")).hasSize(24);
  }

  @Test
  void theLastHourOfADayWithHalfAnHourMoreIsHalf() {
    List<Duration> hours = hours("Australia/Lord_Howe", "2026-04-05");
    assertThat(hours).hasSize(25);
    assertThat(hours.get(24)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void weeksBeginOnMondaysAndTheEndsAreCut() {
    assertThat(Granularity.WEEKLY.boundsIn(range("UTC", "2026-03-04", "2026-03-17")))
        .containsExactly(
            Instant.parse("2026-03-04T00:00:00Z"),
            Instant.parse("2026-03-09T00:00:00Z"),
            Instant.parse("2026-03-16T00:00:00Z"),
            Instant.parse("2026-03-18T00:00:00Z"));
  }

  @Test
  void monthsBeginOnTheirFirstAndTheEndsAreCut() {
    assertThat(Granularity.MONTHLY.boundsIn(range("Europe/Berlin", "2026-02-20", "2026-04-01")))
        .containsExactly(
            Instant.parse("2026-02-19T23:00:00Z"),
            Instant.parse("2026-02-28T23:00:00Z"),
            Instant.parse("2026-03-31T22:00:00Z"),
            Instant.parse("2026-04-01T22:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource
  void spansCoverTheRange(Granularity granularity) {
    for (String zone : List.of("UTC", "Pacific/Auckland", "America/St_Johns", "Asia/Kolkata")) {
      DateRange range = range(zone, "2026-01-15", "2026-12-20");
      List<Instant> bounds = granularity.boundsIn(range);
      assertThat(bounds).isSorted().doesNotHaveDuplicates();
      assertThat(bounds.get(0)).isEqualTo(range.start());
      assertThat(bounds.get(bounds.size() - 1)).isEqualTo(range.end());
    }
  }

  private static List<Duration> hours(String zone, String day) {
    List<Instant> bounds = Granularity.HOURLY.boundsIn(range(zone, day, day));
    return Stream.iterate(1, i -> i < bounds.size(), i -> i + 1)
        .map(i -> Duration.between(bounds.get(i - 1), bounds.get(i)))
        .toList();
  }

  private static DateRange range(String zone, String from, String to) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone));
  }
}

package io.tokenledger.query.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.query.sums.DaysAndParts.Days;
import io.tokenledger.query.sums.DaysAndParts.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DaysAndPartsTest {

  private static final LocalDate FROM = LocalDate.parse("2026-03-01");
  private static final LocalDate TO = LocalDate.parse("2026-04-10");

  @Test
  void daysOfUtcAreReadWhole() {
    assertThat(between("UTC", Granularity.DAILY))
        .isEqualTo(new DaysAndParts(List.of(new Days(FROM, TO.plusDays(1))), List.of()));
  }

  @Test
  void ofAMonthInAnotherZoneOnlyTheEdgesAreParts() {
    DateRange march =
        new DateRange(FROM, LocalDate.parse("2026-03-28"), ZoneId.of("Europe/Berlin"));
    assertThat(DaysAndParts.between(List.of(march.start(), march.end())))
        .isEqualTo(
            new DaysAndParts(
                List.of(new Days(FROM, LocalDate.parse("2026-03-28"))),
                List.of(
                    part("2026-02-28T23:00:00Z", "2026-03-01T00:00:00Z"),
                    part("2026-03-28T00:00:00Z", "2026-03-28T23:00:00Z"))));
  }

  @Test
  void daysOfAnotherZoneAreOnePart() {
    assertThat(between("Asia/Kathmandu", Granularity.DAILY))
        .isEqualTo(
            new DaysAndParts(
                List.of(), List.of(part("2026-02-28T18:15:00Z", "2026-04-10T18:15:00Z"))));
  }

  @Test
  void aPartMayLieWithinOneDay() {
    Instant start = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(DaysAndParts.between(List.of(start, start.plus(Duration.ofHours(2)))))
        .isEqualTo(
            new DaysAndParts(
                List.of(), List.of(part("2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z"))));
  }

  /** Nothing is read twice, and nothing is left out. */
  @ParameterizedTest
  @EnumSource
  void thePiecesAreAsLongAsTheRange(Granularity granularity) {
    for (String zone : List.of("UTC", "Pacific/Auckland", "America/St_Johns", "Asia/Kolkata")) {
      DateRange range = new DateRange(FROM, TO, ZoneId.of(zone));
      DaysAndParts pieces = DaysAndParts.between(granularity.boundsIn(range));
      Duration length = Duration.ZERO;
      for (Days days : pieces.days()) {
        assertThat(days.first()).isBefore(days.end());
        length = length.plusDays(days.end().toEpochDay() - days.first().toEpochDay());
      }
      for (Part part : pieces.parts()) {
        assertThat(part.start()).isBefore(part.end());
        length = length.plus(Duration.between(part.start(), part.end()));
      }
      assertThat(length).as(zone).isEqualTo(Duration.between(range.start(), range.end()));
    }
  }

  private static DaysAndParts between(String zone, Granularity granularity) {
    return DaysAndParts.between(granularity.boundsIn(new DateRange(FROM, TO, ZoneId.of(zone))));
  }

  private static Part part(String start, String end) {
    return new Part(Instant.parse(start), Instant.parse(end));
  }
}

package io.tokenledger.query.sums.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Granularity;
import io.tokenledger.query.sums.days.DaysAndParts.Days;
import io.tokenledger.query.sums.days.DaysAndParts.Move;
import io.tokenledger.query.sums.days.DaysAndParts.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysAndPartsTest {

  private static final LocalDate FROM = LocalDate.parse("2026-03-01");
  private static final LocalDate TO = LocalDate.parse("2026-04-10");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  @Test
  void daysOfUtcAreReadWhole() {
    assertThat(between("UTC", Granularity.DAILY))
        .isEqualTo(new DaysAndParts(List.of(new Days(FROM, TO.plusDays(1))), List.of(), List.of()));
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
                    part("2026-03-28T00:00:00Z", "2026-03-28T23:00:00Z")),
                List.of()));
  }

  @Test
  void daysOfAnotherZoneAreOnePart() {
    assertThat(between("Asia/Kathmandu", Granularity.DAILY))
        .isEqualTo(
            new DaysAndParts(
                List.of(),
                List.of(part("2026-02-28T18:15:00Z", "2026-04-10T18:15:00Z")),
                List.of()));
  }

  @Test
  void aPartMayLieWithinOneDay() {
    Instant start = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(DaysAndParts.between(List.of(start, start.plus(Duration.ofHours(2)))))
        .isEqualTo(
            new DaysAndParts(
                List.of(),
                List.of(part("2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z")),
                List.of()));
  }

  @Test
  void ofDaysOfAnotherZoneOnlyTheShorterEndsAreMoved() {
    DateRange two = new DateRange(FROM, LocalDate.parse("2026-03-02"), ZoneId.of("Europe/Berlin"));
    assertThat(DaysAndParts.withMovesBetween(two.dayBounds()))
        .isEqualTo(
            new DaysAndParts(
                List.of(new Days(FROM, LocalDate.parse("2026-03-03"))),
                List.of(),
                List.of(
                    move("2026-02-28T23:00:00Z", "2026-03-01T00:00:00Z", DaysAndParts.OUTSIDE, 0),
                    move("2026-03-01T23:00:00Z", "2026-03-02T00:00:00Z", 0, 1),
                    move(
                        "2026-03-02T23:00:00Z", "2026-03-03T00:00:00Z", 1, DaysAndParts.OUTSIDE))));
  }

  @Test
  void hoursAreParts() {
    DaysAndParts pieces =
        DaysAndParts.withMovesBetween(
            Granularity.HOURLY.boundsIn(new DateRange(FROM, FROM, ZoneId.of("Asia/Kathmandu"))));
    assertThat(pieces.parts())
        .containsExactly(part("2026-02-28T18:15:00Z", "2026-03-01T18:15:00Z"));
    assertThat(pieces.days()).isEmpty();
    assertThat(pieces.moves()).isEmpty();
  }

  /** Whatever is used when: each span gets what lies in it, and of a bound half a day is read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Auckland",
        "Pacific/Apia",
        "Etc/GMT+12"
      })
  void eachSpanHasWhatLiesInIt(String zone) {
    for (Granularity granularity : Granularity.values()) {
      List<Instant> bounds = granularity.boundsIn(new DateRange(FROM, TO, ZoneId.of(zone)));
      assertExact(zone + " " + granularity, bounds, DaysAndParts.between(bounds));
      DaysAndParts moved = DaysAndParts.withMovesBetween(bounds);
      assertExact(zone + " " + granularity, bounds, moved);
      for (Move move : moved.moves()) {
        assertThat(Duration.between(move.start(), move.end())).isLessThanOrEqualTo(HALF_A_DAY);
      }
    }
    for (int seed = 0; seed < 200; seed++) {
      List<Instant> bounds = atRandom(new Random(seed));
      assertExact("seed " + seed, bounds, DaysAndParts.between(bounds));
      assertExact("seed " + seed, bounds, DaysAndParts.withMovesBetween(bounds));
    }
  }

  private static List<Instant> atRandom(Random random) {
    TreeSet<Instant> bounds = new TreeSet<>();
    while (bounds.size() < 2 + random.nextInt(6)) {
      bounds.add(
          Instant.parse("2026-03-01T00:00:00Z").plus(QUARTER.multipliedBy(random.nextInt(400))));
    }
    return List.copyOf(bounds);
  }

  /** Each quarter of an hour has a usage that no other sum of quarters has by chance. */
  private static void assertExact(String what, List<Instant> bounds, DaysAndParts pieces) {
    long[] expected = new long[bounds.size() - 1];
    long[] sums = new long[bounds.size() - 1];
    for (int span = 0; span < expected.length; span++) {
      expected[span] = used(bounds.get(span), bounds.get(span + 1));
    }
    for (Days run : pieces.days()) {
      run.first()
          .datesUntil(run.end())
          .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
          .forEach(
              day ->
                  sums[spanAt(bounds, day.plus(HALF_A_DAY))] +=
                      used(day, day.plus(Duration.ofDays(1))));
    }
    for (Part part : pieces.parts()) {
      for (Instant time = part.start(); time.isBefore(part.end()); time = time.plus(QUARTER)) {
        sums[spanAt(bounds, time)] += used(time, time.plus(QUARTER));
      }
    }
    for (Move move : pieces.moves()) {
      if (move.from() != DaysAndParts.OUTSIDE) {
        sums[move.from()] -= used(move.start(), move.end());
      }
      if (move.to() != DaysAndParts.OUTSIDE) {
        sums[move.to()] += used(move.start(), move.end());
      }
    }
    assertThat(sums).as(what).isEqualTo(expected);
  }

  /** As PostgreSQL's width_bucket says it, from 0. */
  private static int spanAt(List<Instant> bounds, Instant time) {
    int found = Collections.binarySearch(bounds, time);
    return found >= 0 ? found : -found - 2;
  }

  private static long used(Instant start, Instant end) {
    long sum = 0;
    for (Instant time = start; time.isBefore(end); time = time.plus(QUARTER)) {
      sum += new SplittableRandom(time.getEpochSecond()).nextInt(1, 1_000_000);
    }
    return sum;
  }

  private static Move move(String start, String end, int from, int to) {
    return new Move(Instant.parse(start), Instant.parse(end), from, to);
  }

  private static DaysAndParts between(String zone, Granularity granularity) {
    return DaysAndParts.between(granularity.boundsIn(new DateRange(FROM, TO, ZoneId.of(zone))));
  }

  private static Part part(String start, String end) {
    return new Part(Instant.parse(start), Instant.parse(end));
  }
}

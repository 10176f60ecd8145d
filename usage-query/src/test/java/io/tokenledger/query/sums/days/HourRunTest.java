package io.tokenledger.query.sums.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.query.sums.days.DaysAndParts.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HourRunTest {

  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final int QUARTERS_OF_A_DAY = 96;

  /** Every part of a day, in both forms: each quarter of it once, and no other. */
  @Test
  void aMoveHasWhatLiesInIt() {
    for (int start = 0; start < QUARTERS_OF_A_DAY; start++) {
      for (int end = start + 1; end <= QUARTERS_OF_A_DAY; end++) {
        List<HourRun> runs = HourRun.of(new Move(at(start), at(end), 3, 4));
        for (boolean settled : new boolean[] {true, false}) {
          int[] moved = new int[QUARTERS_OF_A_DAY];
          runs.stream()
              .filter(run -> run.settled().equals(Optional.of(settled)))
              .forEach(run -> add(run, moved));
          int[] expected = new int[QUARTERS_OF_A_DAY];
          Arrays.fill(expected, start, end, 1);
          assertThat(moved).as(start + " to " + end).isEqualTo(expected);
        }
      }
    }
  }

  /** Of each group that is told apart; of quarters it would be up to 48. */
  @Test
  void theEndOfADayIsFewRows() {
    for (int quarter = 1; quarter < QUARTERS_OF_A_DAY; quarter++) {
      Move move =
          quarter < 48
              ? new Move(DAY, at(quarter), 0, 1)
              : new Move(at(quarter), at(QUARTERS_OF_A_DAY), 1, 2);
      long rows =
          HourRun.of(move).stream()
              .filter(run -> run.settled().equals(Optional.of(true)))
              .mapToLong(HourRunTest::rows)
              .sum();
      assertThat(rows).as(quarter + " quarters").isLessThanOrEqualTo(7);
    }
  }

  private static long rows(HourRun run) {
    Duration each = run.hours() == 0 ? Duration.ofMinutes(15) : Duration.ofHours(run.hours());
    return Duration.between(run.start(), run.end()).dividedBy(each);
  }

  private static void add(HourRun run, int[] moved) {
    assertThat(List.of(run.from(), run.to())).containsExactlyInAnyOrder(3, 4);
    int hours = Math.max(1, run.hours());
    assertThat(Duration.between(DAY, run.start()).toHours() % hours).isZero();
    if (run.hours() > 0) {
      assertThat(Duration.between(DAY, run.start()).toMinutes() % 60).isZero();
      assertThat(Duration.between(run.start(), run.end()).toMinutes() % (60 * hours)).isZero();
    }
    for (Instant time = run.start(); time.isBefore(run.end()); time = time.plusSeconds(900)) {
      int quarter = (int) Duration.between(DAY, time).dividedBy(Duration.ofMinutes(15));
      moved[quarter] += run.from() == 3 ? 1 : -1;
    }
  }

  private static Instant at(int quarter) {
    return DAY.plusSeconds(900L * quarter);
  }
}

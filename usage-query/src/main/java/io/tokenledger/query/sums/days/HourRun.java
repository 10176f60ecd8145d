package io.tokenledger.query.sums.days;

import io.tokenledger.query.sums.days.DaysAndParts.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is read of one UTC day, in quarters of an hour or in longer spans, to be taken from one span
 * of a report and given to another.
 *
 * @param hours of each row: 1, 6, or 0 for quarters
 * @param settled whether it is read only of a day whose hours are added up, or only of any other;
 *     empty when of every day
 */
public record HourRun(
    Instant start, Instant end, int hours, Optional<Boolean> settled, int from, int to) {

  public static final int QUARTERS = 0;

  private static final int HOUR = 1;
  private static final int SIX_HOURS = 6;
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration THREE_HOURS = Duration.ofHours(3);

  public static HourRun ofQuarters(Move move) {
    return new HourRun(
        move.start(), move.end(), QUARTERS, Optional.empty(), move.from(), move.to());
  }

  public static HourRun ofQuarters(DaysAndParts.Part part) {
    return inPlace(part.start(), part.end(), QUARTERS, Optional.empty());
  }

  /** Both ways to read a move: by few long spans of a settled day, and by quarters. */
  public static List<HourRun> of(Move move) {
    List<HourRun> runs = new ArrayList<>();
    runs.add(
        new HourRun(
            move.start(), move.end(), QUARTERS, Optional.of(false), move.from(), move.to()));
    Instant day = move.start().truncatedTo(ChronoUnit.DAYS);
    Instant first = nearest(move.start(), day, THREE_HOURS);
    Instant last = nearest(move.end(), day, THREE_HOURS);
    add(runs, first, last, SIX_HOURS, move.from(), move.to());
    addRest(runs, move.end(), last, move.from(), move.to());
    addRest(runs, move.start(), first, move.to(), move.from());
    return runs;
  }

  /** What {@code bound} is beyond the mark; of one before it, what is too much goes back. */
  private static void addRest(List<HourRun> runs, Instant bound, Instant mark, int from, int to) {
    Instant hour = nearest(bound, mark.minus(Duration.ofDays(1)), HALF_AN_HOUR);
    add(runs, mark, hour, HOUR, from, to);
    add(runs, hour, bound, QUARTERS, from, to);
  }

  /** When {@code end} is the earlier one, it is moved the other way. */
  private static void add(
      List<HourRun> runs, Instant start, Instant end, int hours, int from, int to) {
    Optional<Boolean> settled = Optional.of(true);
    if (start.isBefore(end)) {
      runs.add(new HourRun(start, end, hours, settled, from, to));
    } else if (end.isBefore(start)) {
      runs.add(new HourRun(end, start, hours, settled, to, from));
    }
  }

  /** Of the multiples of twice the half, counted from {@code origin}; down when it is between. */
  private static Instant nearest(Instant time, Instant origin, Duration half) {
    Duration whole = half.multipliedBy(2);
    Duration since = Duration.between(origin, time).plus(half).minusNanos(1);
    return origin.plus(whole.multipliedBy(since.dividedBy(whole)));
  }

  /**
   * A part of days, none of it moved: by hours where all bounds are those of hours.
   *
   * @param bounds of the spans in which it lies
   */
  public static List<HourRun> of(DaysAndParts.Part part, List<Instant> bounds) {
    if (!bounds.stream().allMatch(HourRun::isHour)) {
      return List.of(ofQuarters(part));
    }
    List<HourRun> runs = new ArrayList<>();
    Instant start = part.start();
    while (start.isBefore(part.end())) {
      Instant midnight = start.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
      Instant end = midnight.isBefore(part.end()) ? midnight : part.end();
      runs.add(inPlace(start, end, HOUR, Optional.of(true)));
      runs.add(inPlace(start, end, QUARTERS, Optional.of(false)));
      start = end;
    }
    return runs;
  }

  private static HourRun inPlace(Instant start, Instant end, int hours, Optional<Boolean> settled) {
    return new HourRun(start, end, hours, settled, DaysAndParts.OUTSIDE, DaysAndParts.OUTSIDE);
  }

  private static boolean isHour(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getMinute() == 0;
  }
}

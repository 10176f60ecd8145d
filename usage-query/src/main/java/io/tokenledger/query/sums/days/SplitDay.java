package io.tokenledger.query.sums.days;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A UTC day in whose middle spans begin or end.
 *
 * @param pieces of which it is made, in their order
 */
record SplitDay(List<Piece> pieces) {

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  /** What of the day lies in one span, or {@link DaysAndParts#OUTSIDE}. */
  record Piece(Instant start, Instant end, int span) {

    private boolean contains(Instant time) {
      return !time.isBefore(start) && time.isBefore(end);
    }

    private boolean isHalfADay() {
      return Duration.between(start, end).compareTo(HALF_A_DAY) >= 0;
    }
  }

  /**
   * @param bounds of the spans, ascending
   */
  static List<SplitDay> in(List<Instant> bounds) {
    List<SplitDay> days = new ArrayList<>();
    int next = 0;
    while (next < bounds.size()) {
      int first = next;
      LocalDate date = dateOf(bounds.get(first));
      while (next < bounds.size() && dateOf(bounds.get(next)).equals(date)) {
        next++;
      }
      if (isMidnight(bounds.get(first))) {
        first++;
      }
      if (first < next) {
        days.add(of(date, bounds, first, next));
      }
    }
    return days;
  }

  private static SplitDay of(LocalDate date, List<Instant> bounds, int first, int next) {
    int spans = bounds.size() - 1;
    List<Piece> pieces = new ArrayList<>();
    Instant start = startOf(date);
    for (int i = first; i < next; i++) {
      pieces.add(new Piece(start, bounds.get(i), i - 1));
      start = bounds.get(i);
    }
    pieces.add(
        new Piece(
            start, startOf(date.plusDays(1)), next - 1 < spans ? next - 1 : DaysAndParts.OUTSIDE));
    return new SplitDay(pieces);
  }

  Instant start() {
    return pieces.get(0).start();
  }

  Instant end() {
    return pieces.get(pieces.size() - 1).end();
  }

  /** The piece at noon. */
  Piece middle() {
    Instant noon = start().plus(HALF_A_DAY);
    return pieces.stream().filter(piece -> piece.contains(noon)).findFirst().orElseThrow();
  }

  /** Whether half of the day or more lies in one of the spans, which then has its noon. */
  boolean isMostlyOfOneSpan() {
    return middle().span() != DaysAndParts.OUTSIDE && middle().isHalfADay();
  }

  static LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static boolean isMidnight(Instant instant) {
    return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

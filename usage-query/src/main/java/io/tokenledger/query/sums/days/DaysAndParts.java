package io.tokenledger.query.sums.days;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How the UTC days between some bounds are read: whole, from a rollup by day, as part of the span
 * that has their noon, or in parts from what is kept more finely. As the bounds are midnights or
 * hours of some time zone, parts begin and end at quarters of an hour.
 *
 * @param days runs of whole days
 * @param parts runs of what lies in no whole day
 * @param moves parts of whole days that do not lie in the span of the day's noon
 */
public record DaysAndParts(List<Days> days, List<Part> parts, List<Move> moves) {

  /** Before the first span, and after the last. */
  public static final int OUTSIDE = -1;

  /** A day in so many pieces is not one of an hourly chart, which is read in one go. */
  private static final int FEW = 3;

  /** From the first day to the one before {@code end}. */
  public record Days(LocalDate first, LocalDate end) {}

  public record Part(Instant start, Instant end) {}

  /**
   * What is taken from one span and given to another.
   *
   * @param from that the whole day was counted in; {@link #OUTSIDE} when it was not read
   * @param to {@link #OUTSIDE} when it lies in none
   */
  public record Move(Instant start, Instant end, int from, int to) {}

  /**
   * With no moves: only days in which no bound lies are read whole.
   *
   * @param bounds ascending, at least two
   */
  public static DaysAndParts between(List<Instant> bounds) {
    return between(bounds, false);
  }

  /**
   * With moves: a day of which half or more lies in one span is read whole, and what does not lie
   * in it is moved, so that never more than half of a day is read in parts for the sake of one
   * bound. What lies in a few spans of any other day is moved there from outside. Only for a rollup
   * by day and parts that tell the same of a day in every snapshot.
   *
   * @param bounds ascending, at least two
   */
  public static DaysAndParts withMovesBetween(List<Instant> bounds) {
    return between(bounds, true);
  }

  private static DaysAndParts between(List<Instant> bounds, boolean moves) {
    DaysAndParts pieces = new DaysAndParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Instant end = bounds.get(bounds.size() - 1);
    Instant read = bounds.get(0);
    for (SplitDay split : SplitDay.in(bounds)) {
      pieces.addDays(read, split.start());
      if (moves && split.isMostlyOfOneSpan()) {
        pieces.addDays(split.start(), split.end());
        pieces.addMoves(split, split.middle().span());
      } else if (moves && split.pieces().size() <= FEW) {
        pieces.addMoves(split, OUTSIDE);
      } else {
        pieces.addPart(later(read, split.start()), earlier(split.end(), end));
      }
      read = split.end();
    }
    pieces.addDays(read, end);
    return pieces;
  }

  private void addDays(Instant start, Instant end) {
    if (start.isBefore(end)) {
      int last = days.size() - 1;
      LocalDate first = SplitDay.dateOf(start);
      LocalDate after = SplitDay.dateOf(end);
      if (last >= 0 && days.get(last).end().equals(first)) {
        days.set(last, new Days(days.get(last).first(), after));
      } else {
        days.add(new Days(first, after));
      }
    }
  }

  private void addPart(Instant start, Instant end) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).end().equals(start)) {
      parts.set(last, new Part(parts.get(last).start(), end));
    } else {
      parts.add(new Part(start, end));
    }
  }

  private void addMoves(SplitDay split, int from) {
    for (SplitDay.Piece piece : split.pieces()) {
      if (piece.span() != from) {
        moves.add(new Move(piece.start(), piece.end(), from, piece.span()));
      }
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

package io.tokenledger.query.sums;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How the UTC days between some bounds are read: those in which no bound lies whole, from a rollup
 * by day, and the others, in whose middle a span begins or ends, from what is kept more finely.
 *
 * @param days runs of whole days
 * @param parts runs of the rest; as the bounds are midnights or hours of some time zone, they begin
 *     and end at quarters of an hour
 */
public record DaysAndParts(List<Days> days, List<Part> parts) {

  /** From the first day to the one before {@code end}. */
  public record Days(LocalDate first, LocalDate end) {}

  public record Part(Instant start, Instant end) {}

  /**
   * @param bounds ascending, at least two
   */
  public static DaysAndParts between(List<Instant> bounds) {
    List<Days> days = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    Instant end = bounds.get(bounds.size() - 1);
    Instant read = bounds.get(0);
    for (LocalDate split : splitDays(bounds)) {
      read = addDays(days, read, earlier(startOf(split), end));
      read = addPart(parts, read, earlier(startOf(split.plusDays(1)), end));
    }
    addDays(days, read, end);
    return new DaysAndParts(days, parts);
  }

  private static Iterable<LocalDate> splitDays(List<Instant> bounds) {
    TreeSet<LocalDate> split = new TreeSet<>();
    for (Instant bound : bounds) {
      if (!bound.equals(bound.truncatedTo(ChronoUnit.DAYS))) {
        split.add(dateOf(bound));
      }
    }
    return split;
  }

  private static Instant addDays(List<Days> days, Instant start, Instant end) {
    if (!start.isBefore(end)) {
      return start;
    }
    days.add(new Days(dateOf(start), dateOf(end)));
    return end;
  }

  private static Instant addPart(List<Part> parts, Instant start, Instant end) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).end().equals(start)) {
      parts.set(last, new Part(parts.get(last).start(), end));
    } else {
      parts.add(new Part(start, end));
    }
    return end;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}

package io.tokenledger.query.sums;

import io.tokenledger.events.Coded;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The length of the spans into which a timeline cuts its range. */
public enum Granularity implements Coded {
  HOURLY,
  DAILY,
  WEEKLY,
  MONTHLY;

  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * The bounds of the spans: the first is the range's start, the last its end. Hours are counted
   * from the day's first moment, so that a day of 23 or 25 hours has as many; weeks begin on
   * Mondays. The first and the last span may be cut short by the range.
   */
  public List<Instant> boundsIn(DateRange range) {
    return switch (this) {
      case HOURLY -> hours(range);
      case DAILY -> days(range, day -> day.plusDays(1));
      case WEEKLY -> days(range, day -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      case MONTHLY -> days(range, day -> day.with(TemporalAdjusters.firstDayOfNextMonth()));
    };
  }

  private static List<Instant> days(DateRange range, UnaryOperator<LocalDate> next) {
    List<Instant> bounds = new ArrayList<>();
    for (LocalDate day = range.from(); !day.isAfter(range.to()); day = next.apply(day)) {
      bounds.add(range.startOf(day));
    }
    bounds.add(range.end());
    return bounds;
  }

  private static List<Instant> hours(DateRange range) {
    List<Instant> days = days(range, day -> day.plusDays(1));
    List<Instant> bounds = new ArrayList<>();
    for (int i = 0; i + 1 < days.size(); i++) {
      for (Instant hour = days.get(i); hour.isBefore(days.get(i + 1)); hour = hour.plus(HOUR)) {
        bounds.add(hour);
      }
    }
    bounds.add(range.end());
    return bounds;
  }
}

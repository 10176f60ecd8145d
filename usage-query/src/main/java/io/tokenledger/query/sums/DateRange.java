package io.tokenledger.query.sums;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days of a time zone, both ends inclusive, at most {@link #LONGEST_DAYS}.
 *
 * @param zone whose midnights separate the days
 */
public record DateRange(LocalDate from, LocalDate to, ZoneId zone) {

  /** Of a report; timelines of weeks and months may be longer. */
  public static final int MAX_DAYS = 400;

  public static final int LONGEST_DAYS = 3_660;
  public static final int DEFAULT_DAYS = 30;

  public DateRange {
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
      throw new IllegalArgumentException("A range has between 1 and " + LONGEST_DAYS + " days");
    }
  }

  public static DateRange ofMonth(YearMonth month, ZoneId zone) {
    return new DateRange(month.atDay(1), month.atEndOfMonth(), zone);
  }

  /** Whether the days are those of the daily rollups. */
  public boolean isUtc() {
    return zone.getRules().isFixedOffset()
        && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
  }

  /** The first moment of the first day. */
  public Instant start() {
    return startOf(from);
  }

  /** The first moment after the last day. */
  public Instant end() {
    return startOf(to.plusDays(1));
  }

  /** Of the range as one span. */
  public List<Instant> bounds() {
    return List.of(start(), end());
  }

  /** The first moment of each day and the end of the last; a day may have 23 or 25 hours. */
  public List<Instant> dayBounds() {
    return from.datesUntil(to.plusDays(2)).map(this::startOf).toList();
  }

  /** As many days of the same zone, up to the day before the first. */
  public DateRange previous() {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return new DateRange(from.minusDays(days), from.minusDays(1), zone);
  }

  /** The first moment of a day of this zone. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}

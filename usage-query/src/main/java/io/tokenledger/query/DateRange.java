package io.tokenledger.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days of a time zone, both ends inclusive, at most {@link #MAX_DAYS}.
 *
 * @param zone whose midnights separate the days
 */
public record DateRange(LocalDate from, LocalDate to, ZoneId zone) {

  public static final int MAX_DAYS = 400;
  public static final int DEFAULT_DAYS = 30;

  public DateRange {
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
      throw new IllegalArgumentException("A range has between 1 and " + MAX_DAYS + " days");
    }
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

  /** The first moment of each day, ascending; a day may have 23 or 25 hours. */
  public List<Instant> dayStarts() {
    return from.datesUntil(to.plusDays(1)).map(this::startOf).toList();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}

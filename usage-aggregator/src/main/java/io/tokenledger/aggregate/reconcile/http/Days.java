package io.tokenledger.aggregate.reconcile.http;

import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.service.http.ApiException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days as they are asked for. */
final class Days {

  private static final int DEFAULT_DAYS = 35;
  private static final int MAX_COMPARED = 366;

  /** An event may lie 24 hours ahead. */
  private static final int AHEAD = 1;

  private Days() {}

  /** By default the last 35 days and tomorrow. */
  static DayRange of(String from, String to) {
    LocalDate last = to == null ? LocalDate.now(Clock.systemUTC()).plusDays(AHEAD) : date("to", to);
    LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS) : date("from", from);
    DayRange days = ordered(first, last);
    if (ChronoUnit.DAYS.between(first, last) >= MAX_COMPARED) {
      throw ApiException.invalidParameter(
          "from", "must be less than " + MAX_COMPARED + " days before to.");
    }
    return days;
  }

  static DayRange required(String from, String to) {
    return ordered(date("from", from), date("to", to));
  }

  private static DayRange ordered(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw ApiException.invalidParameter("to", "must not be before from.");
    }
    return new DayRange(from, to);
  }

  private static LocalDate date(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ApiException.invalidParameter(name, "must be a date such as 2026-01-31.");
    }
  }
}

package io.tokenledger.aggregate.reconcile.http;

import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.service.http.Input;
import java.time.Clock;
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
  static DayRange of(Input from, Input to) {
    LocalDate last = to.date().orElseGet(() -> LocalDate.now(Clock.systemUTC()).plusDays(AHEAD));
    LocalDate first = from.date().orElseGet(() -> last.minusDays(DEFAULT_DAYS));
    if (ChronoUnit.DAYS.between(first, last) >= MAX_COMPARED) {
      throw from.refused("must be less than " + MAX_COMPARED + " days before to.");
    }
    return range(first, last, to);
  }

  /** Of a body that has both. */
  static DayRange required(Input from, Input to) {
    return range(from.date().orElseThrow(), to.date().orElseThrow(), to);
  }

  private static DayRange range(LocalDate first, LocalDate last, Input to) {
    if (last.isBefore(first)) {
      throw to.refused("must not be before from.");
    }
    return new DayRange(first, last);
  }
}

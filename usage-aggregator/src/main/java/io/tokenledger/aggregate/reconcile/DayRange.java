package io.tokenledger.aggregate.reconcile;

import java.time.Clock;
import java.time.LocalDate;

/** UTC days, both ends inclusive; it has no day when {@code to} is before {@code from}. */
public record DayRange(LocalDate from, LocalDate to) {

  /** What of it is not before that day. */
  DayRange notBefore(LocalDate first) {
    return from.isBefore(first) ? new DayRange(first, to) : this;
  }

  /** From the first day to the last that an event may be of: it lies 24 hours ahead at most. */
  DayRange untilNow(Clock clock) {
    LocalDate last = LocalDate.now(clock).plusDays(1);
    return last.isAfter(to) ? new DayRange(from, last) : this;
  }

  boolean isEmpty() {
    return to.isBefore(from);
  }

  /** So many days from the first, or what there are. */
  DayRange first(int days) {
    LocalDate last = from.plusDays(days - 1L);
    return last.isBefore(to) ? new DayRange(from, last) : this;
  }
}

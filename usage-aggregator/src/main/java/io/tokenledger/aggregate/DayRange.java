package io.tokenledger.aggregate;

import java.time.LocalDate;
import java.util.List;

/** UTC days, both ends inclusive; it has no day when {@code to} is before {@code from}. */
public record DayRange(LocalDate from, LocalDate to) {

  /** What of it is not before that day. */
  DayRange notBefore(LocalDate first) {
    return from.isBefore(first) ? new DayRange(first, to) : this;
  }

  boolean isEmpty() {
    return to.isBefore(from);
  }

  List<LocalDate> days() {
    return isEmpty() ? List.of() : from.datesUntil(to.plusDays(1)).toList();
  }
}

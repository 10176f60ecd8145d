package io.tokenledger.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A rebuild of rollups that was asked for.
 *
 * @param orgId empty for every org
 * @param countsOverdue whether events are counted too that were stored more than an hour ago and
 *     never came through {@code usage.recorded}
 * @param doneThrough the last day that is rebuilt
 * @param rowsChanged rows that were not what the raw events say
 */
public record RebuildRun(
    UUID id,
    Instant requestedAt,
    String requestedBy,
    String orgId,
    DayRange days,
    boolean countsOverdue,
    Optional<LocalDate> doneThrough,
    long rowsChanged,
    Optional<Instant> finishedAt) {

  /** The day to go on with; empty when the days are done. */
  Optional<LocalDate> nextDay() {
    LocalDate next = doneThrough.map(day -> day.plusDays(1)).orElse(days.from());
    return next.isAfter(days.to()) ? Optional.empty() : Optional.of(next);
  }
}

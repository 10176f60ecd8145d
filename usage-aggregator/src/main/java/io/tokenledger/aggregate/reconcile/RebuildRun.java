package io.tokenledger.aggregate.reconcile;

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
 * @param waits whether it waits, as {@link PartitionsAdded} says
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
    Optional<Instant> finishedAt,
    boolean waits) {

  /** The days that are not rebuilt yet. */
  DayRange daysLeft() {
    return days.notBefore(doneThrough.map(day -> day.plusDays(1)).orElse(days.from()));
  }

  /**
   * What is asked for.
   *
   * @param orgId empty for every org
   * @param countsOverdue as in {@link RebuildRun}
   */
  public record Order(String requestedBy, String orgId, DayRange days, boolean countsOverdue) {

    Order withDays(DayRange other) {
      return new Order(requestedBy, orgId, other, countsOverdue);
    }
  }

  /** How far a run has come by one step. */
  sealed interface Progress {
    long rowsChanged();

    record DaysDone(LocalDate through, long rowsChanged) implements Progress {}

    record Finished(long rowsChanged) implements Progress {}
  }
}

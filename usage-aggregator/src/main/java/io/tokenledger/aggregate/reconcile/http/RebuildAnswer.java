package io.tokenledger.aggregate.reconcile.http;

import io.tokenledger.aggregate.reconcile.PartitionsAdded;
import io.tokenledger.aggregate.reconcile.RebuildRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One rebuild.
 *
 * @param orgId null for every org
 * @param doneThrough the last day that is rebuilt; null before the first
 * @param rowsChanged rows of rollups that were not what the raw events say
 * @param finishedAt null while it is going on
 * @param waitsFor what it waits for, in a sentence; null when it does not wait
 */
public record RebuildAnswer(
    UUID id,
    Instant requestedAt,
    String requestedBy,
    String orgId,
    LocalDate from,
    LocalDate to,
    LocalDate doneThrough,
    long rowsChanged,
    Instant finishedAt,
    String waitsFor) {

  static RebuildAnswer of(RebuildRun run) {
    return new RebuildAnswer(
        run.id(),
        run.requestedAt(),
        run.requestedBy(),
        run.orgId().isEmpty() ? null : run.orgId(),
        run.days().from(),
        run.days().to(),
        run.doneThrough().orElse(null),
        run.rowsChanged(),
        run.finishedAt().orElse(null),
        run.waits() ? PartitionsAdded.MESSAGE : null);
  }
}

package io.tokenledger.prices.sync.postgres;

import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.SyncRun;
import io.tokenledger.prices.sync.SyncStart;
import io.tokenledger.prices.sync.plan.SyncCounts;
import io.tokenledger.prices.sync.plan.SyncDifference;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.prices.sync.plan.SyncPlan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code pricing.sync_run}. */
@Entity
@Table(schema = "pricing", name = "sync_run")
class SyncRunRow {

  static final String RUNNING = SyncRun.Status.RUNNING.code();
  static final String SUCCEEDED = SyncRun.Status.SUCCEEDED.code();
  static final String FAILED = SyncRun.Status.FAILED.code();

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String source;

  /** Changed by an erasure only, which the end of a run must not undo. */
  @Column(updatable = false)
  String startedBy;

  boolean scheduled;
  boolean dryRun;
  String status;
  Instant startedAt;
  Instant leaseUntil;
  Instant finishedAt;
  String reason = "";
  String detail = "";
  int listed;
  int added;
  int changed;
  int quarantined;
  int unchanged;
  int skipped;

  /** JSON; empty where nothing is told. */
  String difference = "";

  static SyncRunRow begin(SyncStart start, Instant now) {
    SyncRunRow row = new SyncRunRow();
    row.source = start.source().code();
    row.startedBy = start.startedBy();
    row.scheduled = start.notWithin().isPresent();
    row.dryRun = start.dryRun();
    row.status = RUNNING;
    row.startedAt = now;
    row.leaseUntil = now.plus(start.lease());
    return row;
  }

  /** A run that is done in the transaction that begins it. */
  static SyncRunRow bundled(PriceSource source, SyncPlan plan, Instant now) {
    SyncRunRow row = new SyncRunRow();
    row.source = source.code();
    row.startedBy = SyncRun.BUNDLED_LIST;
    row.startedAt = now;
    row.leaseUntil = now;
    row.succeed(plan, now);
    return row;
  }

  boolean isRunning() {
    return status.equals(RUNNING);
  }

  void succeed(SyncPlan plan, Instant now) {
    status = SUCCEEDED;
    finishedAt = now;
    listed = plan.counts().listed();
    added = plan.counts().added();
    changed = plan.counts().changed();
    quarantined = plan.counts().quarantined();
    unchanged = plan.counts().unchanged();
    skipped = plan.counts().skipped();
    difference = DifferenceText.encode(plan.difference());
  }

  void fail(SyncFailure why, String sentence, Instant now) {
    status = FAILED;
    finishedAt = now;
    reason = why.code();
    detail = sentence;
  }

  SyncRun toSyncRun() {
    return toSyncRun(DifferenceText.decode(difference));
  }

  SyncRun toSyncRun(SyncDifference told) {
    return new SyncRun(
        id,
        source,
        startedBy,
        dryRun,
        SyncRun.Status.ofCode(status),
        startedAt,
        Optional.ofNullable(finishedAt),
        reason,
        detail,
        new SyncCounts(listed, added, changed, quarantined, unchanged, skipped),
        told);
  }
}

package io.tokenledger.prices.sync.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.SyncHealth;
import io.tokenledger.prices.sync.SyncRun;
import io.tokenledger.prices.sync.SyncStart;
import io.tokenledger.prices.sync.plan.SyncBasis;
import io.tokenledger.prices.sync.plan.SyncDifference;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.prices.sync.plan.SyncPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs in PostgreSQL, as all replicas see them: of each source at most one is under way. The
 * row of a run is its lease: begun under a lock in one transaction, so that two replicas cannot
 * both begin; needed to be running when the prices are written in another, so that a run that was
 * declared dead writes nothing. The network is asked in between, in no transaction at all.
 */
@ApplicationScoped
public class PostgresSyncRuns {

  private final SyncRunRepository rows;
  private final QuarantineRepository moves;
  private final PlanWriter plans;

  PostgresSyncRuns(SyncRunRepository rows, QuarantineRepository moves, PlanWriter plans) {
    this.rows = rows;
    this.moves = moves;
    this.plans = plans;
  }

  /**
   * Begins a run, unless one of the source is under way or, for a scheduled run, none is due. A run
   * whose lease is over is declared failed first.
   */
  public Uni<Optional<SyncRun>> begin(SyncStart start) {
    return Panache.withTransaction(
        () -> rows.lockForStarting().chain(now -> beginLocked(start, now)));
  }

  private Uni<Optional<SyncRun>> beginLocked(SyncStart start, Instant now) {
    return rows.underWay(start.source().code())
        .map(found -> found == null || declareDead(found, now))
        .chain(free -> free ? isDue(start, now) : Uni.createFrom().item(false))
        .chain(
            due ->
                due
                    ? rows.persistAndFlush(SyncRunRow.begin(start, now))
                        .map(row -> Optional.of(row.toSyncRun()))
                    : Uni.createFrom().item(Optional.empty()));
  }

  /** False while the run still has its lease. */
  private static boolean declareDead(SyncRunRow run, Instant now) {
    boolean isDead = run.leaseUntil.isBefore(now);
    if (isDead) {
      run.fail(SyncFailure.INTERRUPTED, "Its replica did not finish it in time.", now);
    }
    return isDead;
  }

  private Uni<Boolean> isDue(SyncStart start, Instant now) {
    return start
        .notWithin()
        .map(every -> rows.hasScheduledSince(start.source().code(), now.minus(every)))
        .map(began -> began.map(each -> !each))
        .orElse(Uni.createFrom().item(true));
  }

  /**
   * Records what {@code decide} makes of the stored book, and that the run succeeded: all of it or
   * nothing. A dry run records its difference alone.
   *
   * @return fails with what {@code decide} throws, and with {@link SyncFailure#INTERRUPTED} when
   *     the run was declared dead meanwhile; then nothing is recorded
   */
  public Uni<SyncRun> finish(long runId, Function<SyncBasis, SyncPlan> decide) {
    return Panache.withTransaction(
        () ->
            rows.locked(runId)
                .invoke(PostgresSyncRuns::requireRunning)
                .chain(run -> finishLocked(run, decide)));
  }

  private Uni<SyncRun> finishLocked(SyncRunRow run, Function<SyncBasis, SyncPlan> decide) {
    return plans
        .lock(run.source)
        .chain(
            locked -> {
              SyncPlan plan = decide.apply(locked.basis());
              run.succeed(plan, Instant.now());
              return run.dryRun ? Uni.createFrom().voidItem() : plans.write(plan, locked, run);
            })
        .map(unused -> run.toSyncRun());
  }

  private static void requireRunning(SyncRunRow run) {
    if (!run.isRunning()) {
      throw new SyncFailedException(
          SyncFailure.INTERRUPTED, "The run was declared dead while it fetched the list.");
    }
  }

  /** Records why the run failed; one that was declared dead stays so. */
  public Uni<SyncRun> fail(long runId, SyncFailure reason, String detail) {
    return Panache.withTransaction(
        () ->
            rows.locked(runId)
                .invoke(
                    run -> {
                      if (run.isRunning()) {
                        run.fail(reason, SyncRunRepository.cut(detail), Instant.now());
                      }
                    })
                .map(SyncRunRow::toSyncRun));
  }

  /**
   * Records what {@code decide} makes of the stored book as a finished run of {@link
   * SyncRun#BUNDLED_LIST}; no run when that is nothing. Answers how many versions there were.
   */
  public Uni<Integer> fill(PriceSource source, Function<SyncBasis, SyncPlan> decide) {
    return Panache.withTransaction(
        () -> plans.lock(source.code()).chain(locked -> fill(source, decide, locked)));
  }

  private Uni<Integer> fill(
      PriceSource source, Function<SyncBasis, SyncPlan> decide, PlanWriter.Locked locked) {
    SyncPlan plan = decide.apply(locked.basis());
    if (plan.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return rows.persistAndFlush(SyncRunRow.bundled(source, plan, locked.basis().now()))
        .chain(run -> plans.write(plan, locked, run))
        .map(unused -> plan.drafts().size());
  }

  /**
   * The newest first, without their differences.
   *
   * @param source empty for every one
   * @param below ids below this one
   */
  public Uni<List<SyncRun>> list(Optional<PriceSource> source, long below, int limit) {
    String code = source.map(PriceSource::code).orElse("");
    return Panache.withSession(() -> rows.listBelow(code, below, limit))
        .map(found -> found.stream().map(row -> row.toSyncRun(SyncDifference.NONE)).toList());
  }

  public Uni<Optional<SyncRun>> find(long runId) {
    return Panache.withSession(() -> rows.findById(runId))
        .map(row -> Optional.ofNullable(row).map(SyncRunRow::toSyncRun));
  }

  /** One per source. */
  public Uni<List<SyncHealth>> health() {
    return Panache.withSession(
        () -> {
          Uni<List<SyncHealth>> all = Uni.createFrom().item(new ArrayList<>());
          for (PriceSource source : PriceSource.values()) {
            all = all.call(healths -> health(source).invoke(healths::add));
          }
          return all;
        });
  }

  private Uni<SyncHealth> health(PriceSource source) {
    return rows.lastSuccess(source.code())
        .chain(
            last ->
                moves.pending(source.code()).map(pending -> new SyncHealth(source, last, pending)));
  }
}

package io.tokenledger.prices.sync;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.SyncBasis;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.prices.sync.plan.SyncPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The runs, as all replicas see them: of each source at most one is under way. */
public interface SyncRuns {

  /**
   * Begins a run, unless one of the source is under way or, for a scheduled run, none is due. A run
   * whose lease is over is declared failed first.
   */
  Uni<Optional<SyncRun>> begin(SyncStart start);

  /**
   * Records what {@code decide} makes of the stored book, and that the run succeeded: all of it or
   * nothing. A dry run records its difference alone.
   *
   * @return fails with what {@code decide} throws, and with {@link SyncFailure#INTERRUPTED} when
   *     the run was declared dead meanwhile; then nothing is recorded
   */
  Uni<SyncRun> finish(long runId, Function<SyncBasis, SyncPlan> decide);

  /** Records why the run failed; one that was declared dead stays so. */
  Uni<SyncRun> fail(long runId, SyncFailure reason, String detail);

  /**
   * Records what {@code decide} makes of the stored book as a finished run of {@link
   * SyncRun#BUNDLED_LIST}; no run when that is nothing. Answers how many versions there were.
   */
  Uni<Integer> fill(PriceSource source, Function<SyncBasis, SyncPlan> decide);

  /**
   * The newest first, without their differences.
   *
   * @param source empty for every one
   * @param below ids below this one
   */
  Uni<List<SyncRun>> list(Optional<PriceSource> source, long below, int limit);

  Uni<Optional<SyncRun>> find(long runId);

  /** One per source. */
  Uni<List<SyncHealth>> health();
}

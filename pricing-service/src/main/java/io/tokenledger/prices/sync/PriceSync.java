package io.tokenledger.prices.sync;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.feed.HttpPriceFeed;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SyncBasis;
import io.tokenledger.prices.sync.plan.SyncCounts;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.prices.sync.plan.SyncPlan;
import io.tokenledger.prices.sync.plan.SyncRules;
import io.tokenledger.prices.sync.postgres.PostgresPriceQuarantine;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The flow of a sync: begin a run, fetch the list, record what is new in it, renew the book and
 * announce it. A run that fails changes no price and says why.
 */
@ApplicationScoped
public class PriceSync {

  private static final Logger LOG = Logger.getLogger(PriceSync.class);

  private final PostgresSyncRuns runs;
  private final HttpPriceFeed feed;
  private final PostgresPriceQuarantine quarantine;
  private final PriceBookService prices;
  private final SyncSettings settings;
  private final SyncMetrics metrics;

  PriceSync(
      PostgresSyncRuns runs,
      HttpPriceFeed feed,
      PostgresPriceQuarantine quarantine,
      PriceBookService prices,
      SyncSettings settings,
      SyncMetrics metrics) {
    this.runs = runs;
    this.feed = feed;
    this.quarantine = quarantine;
    this.prices = prices;
    this.settings = settings;
    this.metrics = metrics;
  }

  /**
   * A run on demand, finished: it may have failed.
   *
   * @return fails as a conflict while another one is under way, in whatever replica
   */
  public Uni<SyncRun> sync(PriceSource source, boolean dryRun, String userId) {
    return begin(source, userId, dryRun, Optional.empty())
        .map(begun -> begun.orElseThrow(() -> underWay(source)))
        .chain(begun -> run(source, begun));
  }

  /** A run of the schedule; empty when none is due, or another replica has it. */
  Uni<Optional<SyncRun>> syncIfDue(PriceSource source, Duration every) {
    return begin(source, SyncRun.SCHEDULE, false, Optional.of(every))
        .chain(
            begun ->
                begun.isEmpty()
                    ? Uni.createFrom().item(begun)
                    : run(source, begun.get()).map(Optional::of));
  }

  /**
   * Records the price of a move that was set aside; see {@link PostgresPriceQuarantine#approve}.
   */
  public Uni<Optional<QuarantinedPrice>> approve(long id, String userId, String note) {
    return quarantine.approve(id, userId, note).call(prices::refresh).call(prices::announce);
  }

  private Uni<Optional<SyncRun>> begin(
      PriceSource source, String startedBy, boolean dryRun, Optional<Duration> every) {
    return runs.begin(new SyncStart(source, startedBy, dryRun, every, settings.lease()));
  }

  private Uni<SyncRun> run(PriceSource source, SyncRun begun) {
    SyncRules rules = settings.rules();
    Function<ListedPrices, Function<SyncBasis, SyncPlan>> plan =
        list -> basis -> rules.plan(source, list, basis);
    return feed.fetch(source)
        .chain(list -> runs.finish(begun.id(), plan.apply(list)))
        .call(prices::refresh)
        .call(prices::announce)
        .onFailure()
        .recoverWithUni(failure -> fail(begun, failure))
        .invoke(metrics::count)
        .invoke(PriceSync::log);
  }

  /** A list that cannot be believed is an ordinary end; anything else is told with its trace. */
  private Uni<SyncRun> fail(SyncRun begun, Throwable failure) {
    if (failure instanceof SyncFailedException known) {
      return runs.fail(begun.id(), known.reason(), known.getMessage());
    }
    LOG.errorf(failure, "Sync run %d broke off", begun.id());
    return runs.fail(
        begun.id(), SyncFailure.INTERNAL_ERROR, "The log of the service says why: " + failure);
  }

  private static RefusedException underWay(PriceSource source) {
    return new RefusedException(Reason.CONFLICT, "A sync of '" + source.code() + "' is under way.");
  }

  private static void log(SyncRun run) {
    String what =
        "Sync run %d of %s by %s%s"
            .formatted(run.id(), run.source(), run.startedBy(), run.dryRun() ? " (dry run)" : "");
    SyncCounts counts = run.counts();
    if (run.status() == SyncRun.Status.FAILED) {
      LOG.warnf("%s changed nothing, %s: %s", what, run.reason(), run.detail());
    } else {
      LOG.infof(
          "%s: %d listed, %d added, %d changed, %d quarantined, %d unchanged, %d skipped",
          what,
          counts.listed(),
          counts.added(),
          counts.changed(),
          counts.quarantined(),
          counts.unchanged(),
          counts.skipped());
    }
  }
}

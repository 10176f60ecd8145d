package io.tokenledger.prices.sync;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** When lists are synced by themselves. The database decides what is due, and who does it. */
@ApplicationScoped
class PriceSyncSchedule {

  private static final Logger LOG = Logger.getLogger(PriceSyncSchedule.class);

  /** Before the book is opened, and so before anything is changed. */
  private static final int FIRST = 1;

  private final PriceSync sync;
  private final PostgresSyncRuns runs;
  private final SyncSettings settings;
  private final SyncMetrics metrics;

  PriceSyncSchedule(
      PriceSync sync, PostgresSyncRuns runs, SyncSettings settings, SyncMetrics metrics) {
    this.sync = sync;
    this.runs = runs;
    this.settings = settings;
    this.metrics = metrics;
  }

  void check(@Observes @Priority(FIRST) StartupEvent start) {
    settings.check();
    if (settings.isRelaxed()) {
      LOG.warn("Price lists may come by http or from private addresses: for tests only.");
    }
  }

  @Scheduled(
      every = "${tokenledger.prices.sync.check-every}",
      delayed = "${tokenledger.prices.sync.check-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return syncWhatIsDue()
        .chain(runs::health)
        .invoke(metrics::take)
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Syncs cannot be looked after, will be again: %s", e))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> syncWhatIsDue() {
    return settings.every().map(this::syncWhatIsDue).orElse(Uni.createFrom().voidItem());
  }

  /** One source after the other. */
  private Uni<Void> syncWhatIsDue(Duration every) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (PriceSource source : settings.scheduledSources()) {
      all = all.chain(() -> sync.syncIfDue(source, every)).replaceWithVoid();
    }
    return all;
  }
}

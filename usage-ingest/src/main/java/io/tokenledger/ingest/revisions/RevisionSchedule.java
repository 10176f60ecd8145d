package io.tokenledger.ingest.revisions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tokenledger.ingest.adjustments.AdjustmentConfig;
import io.tokenledger.service.worker.Attempts;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has revisions take their place, again and again. */
@ApplicationScoped
class RevisionSchedule {

  private static final int MOST_IN_VAIN = 10;

  private final PostgresRevisions revisions;
  private final AdjustmentConfig config;
  private final Attempts attempts =
      new Attempts(Logger.getLogger(RevisionSchedule.class), "Applying revisions of events");

  RevisionSchedule(PostgresRevisions revisions, AdjustmentConfig config) {
    this.revisions = revisions;
    this.config = config;
  }

  @Scheduled(
      every = "${tokenledger.adjustments.every}",
      delayed = "${tokenledger.adjustments.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void apply() {
    attempts.run(this::applyAll);
  }

  /** One chunk after another; each is committed. Where all have to wait, they do. */
  private void applyAll() {
    int inVain = 0;
    while (inVain < MOST_IN_VAIN) {
      Optional<Integer> applied = OnWorker.await(revisions.applySome(config.chunkSize()));
      if (applied.isEmpty()) {
        return;
      }
      inVain = applied.get() > 0 ? 0 : inVain + 1;
    }
  }
}

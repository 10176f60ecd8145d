package io.tokenledger.ingest.adjustments;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tokenledger.service.worker.Attempts;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Publishes again and again. */
@ApplicationScoped
class AdjustmentSchedule {

  private final AdjustmentOutbox outbox;
  private final Attempts attempts =
      new Attempts(Logger.getLogger(AdjustmentSchedule.class), "Sending changes to the rollups");

  AdjustmentSchedule(AdjustmentOutbox outbox) {
    this.outbox = outbox;
  }

  @Scheduled(
      every = "${tokenledger.adjustments.every}",
      delayed = "${tokenledger.adjustments.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void publish() {
    attempts.run(outbox::publish);
  }
}

package io.tokenledger.ingest.repricing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tokenledger.service.worker.Attempts;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Reprices again and again. */
@ApplicationScoped
class RepriceSchedule {

  private final Repricing repricing;
  private final Attempts attempts =
      new Attempts(Logger.getLogger(RepriceSchedule.class), "Repricing");

  RepriceSchedule(Repricing repricing) {
    this.repricing = repricing;
  }

  @Scheduled(
      every = "${tokenledger.reprice.every}",
      delayed = "${tokenledger.reprice.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void reprice() {
    attempts.run(repricing::reprice);
  }
}

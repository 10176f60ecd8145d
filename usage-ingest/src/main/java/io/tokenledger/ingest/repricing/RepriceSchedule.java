package io.tokenledger.ingest.repricing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Reprices and publishes again and again; what failed is taken up by the next turn. */
@ApplicationScoped
class RepriceSchedule {

  private static final Logger LOG = Logger.getLogger(RepriceSchedule.class);

  private final Repricing repricing;
  private final ConcurrentHashMap<String, String> failures = new ConcurrentHashMap<>();

  RepriceSchedule(Repricing repricing) {
    this.repricing = repricing;
  }

  @Scheduled(
      every = "${tokenledger.reprice.every}",
      delayed = "${tokenledger.reprice.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void reprice() {
    attempt("Repricing", repricing::reprice);
  }

  @Scheduled(
      every = "${tokenledger.reprice.every}",
      delayed = "${tokenledger.reprice.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void publish() {
    attempt("Sending changed costs to the rollups", repricing::publish);
  }

  /** The same failure is told once: an outage may last. */
  private void attempt(String what, Runnable work) {
    try {
      work.run();
      failures.remove(what);
    } catch (RuntimeException e) {
      if (!e.toString().equals(failures.put(what, e.toString()))) {
        LOG.warnf("%s failed and is tried again: %s", what, e.toString());
      }
    }
  }
}

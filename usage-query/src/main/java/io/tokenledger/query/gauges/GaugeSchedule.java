package io.tokenledger.query.gauges;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Reads from PostgreSQL what the metrics tell of it; every replica tells the same. While it does
 * not answer, there are no figures rather than old ones.
 */
@ApplicationScoped
class GaugeSchedule {

  private static final Logger LOG = Logger.getLogger(GaugeSchedule.class);

  private final BudgetGauges budgets;
  private final DatabaseGauges database;

  GaugeSchedule(BudgetGauges budgets, DatabaseGauges database) {
    this.budgets = budgets;
    this.database = database;
  }

  @Scheduled(
      every = "${tokenledger.query.gauges-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return database
        .refresh()
        .chain(budgets::refresh)
        .onFailure()
        .invoke(this::forget)
        .onFailure()
        .recoverWithNull();
  }

  private void forget(Throwable failure) {
    LOG.debugf(failure, "PostgreSQL could not be asked for the metrics");
    database.forget();
    budgets.forget();
  }
}

package io.tokenledger.query.erasure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.ErasureConfig;
import io.tokenledger.service.postgres.ErasureSteps;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives erased users the pseudonym in the audit log and in API tokens. */
@ApplicationScoped
class PostgresErasures {

  private final ErasureSteps steps;

  PostgresErasures(Pool pool, ErasureConfig config) {
    this.steps = new ErasureSteps(pool, config, "access");
  }

  @Scheduled(
      every = "${tokenledger.erasure.every}",
      delayed = "${tokenledger.erasure.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> workOff() {
    return steps.workOff();
  }

  @Scheduled(
      every = "${tokenledger.erasure.forget-every}",
      delayed = "${tokenledger.erasure.forget-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return steps.forget();
  }
}

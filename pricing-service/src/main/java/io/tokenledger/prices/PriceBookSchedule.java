package io.tokenledger.prices;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** When the flow runs by itself. */
@ApplicationScoped
class PriceBookSchedule {

  private final PriceBookService service;

  PriceBookSchedule(PriceBookService service) {
    this.service = service;
  }

  @Scheduled(
      every = "${tokenledger.prices.refresh-every}",
      delayed = "1s",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return service.refresh();
  }

  @Scheduled(
      every = "${tokenledger.prices.announce-every}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> announceAgain() {
    return service.announce();
  }
}

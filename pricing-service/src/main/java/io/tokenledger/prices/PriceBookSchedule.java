package io.tokenledger.prices;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When the flow runs by itself. */
@ApplicationScoped
class PriceBookSchedule {

  private final PriceBookService service;

  PriceBookSchedule(PriceBookService service) {
    this.service = service;
  }

  /** A process that cannot load the book does not start; its supervisor tries again. */
  void open(@Observes StartupEvent start) throws Throwable {
    VertxContextSupport.subscribeAndAwait(service::open);
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

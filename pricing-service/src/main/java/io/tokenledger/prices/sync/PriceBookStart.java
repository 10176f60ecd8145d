package io.tokenledger.prices.sync;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceBookService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Fills the book from the bundled public list, as far as it is new to it, and opens it. */
@ApplicationScoped
class PriceBookStart {

  private static final Logger LOG = Logger.getLogger(PriceBookStart.class);

  private final BundledPrices bundled;
  private final PriceBookService prices;

  PriceBookStart(BundledPrices bundled, PriceBookService prices) {
    this.bundled = bundled;
    this.prices = prices;
  }

  /** A process that cannot load the book does not start; its supervisor tries again. */
  void open(@Observes StartupEvent start) throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::fillAndOpen);
  }

  private Uni<Void> fillAndOpen() {
    return bundled
        .fill()
        .invoke(added -> LOG.infof("%d prices of the bundled list were new.", added))
        .chain(prices::open);
  }
}

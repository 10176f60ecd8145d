package io.tokenledger.gateway.pricebook;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.pricebook.KnownPriceBook;
import io.tokenledger.service.pricebook.PricingConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The prices that a client is told with its tokens. What a call costs in the end is the ledger's to
 * say, so that a book of a moment ago will do. The bundled list is read before calls come, since
 * that takes longer than an event loop may stand still.
 */
@Startup
@ApplicationScoped
public class PriceBookFeed {

  private final KnownPriceBook known;

  PriceBookFeed(PricingConfig config, MeterRegistry meters) {
    this.known = new KnownPriceBook(config, meters);
  }

  public PriceBook current() {
    return known.current();
  }

  @Scheduled(every = "${tokenledger.pricing.look-every}", concurrentExecution = SKIP)
  Uni<Void> refreshWhenDue() {
    return known.refreshWhenDue();
  }
}

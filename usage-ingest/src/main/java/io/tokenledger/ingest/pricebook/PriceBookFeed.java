package io.tokenledger.ingest.pricebook;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.PriceBooks;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.pricebook.KnownPriceBook;
import io.tokenledger.service.pricebook.PricingConfig;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the price book that events are priced with as new as pricing-service has it. */
@ApplicationScoped
class PriceBookFeed implements PriceBooks {

  private static final Duration ASK_EVERY = Duration.ofMillis(200);

  private final PricingConfig config;
  private final KnownPriceBook known;

  PriceBookFeed(PricingConfig config, MeterRegistry meters) {
    this.config = config;
    this.known = new KnownPriceBook(config, meters);
  }

  @Override
  public PriceBook current() {
    return known.current();
  }

  @Override
  public void requireKnown() {
    if (!known.isKnown()) {
      OnWorker.await(
          firstBook()
              .onFailure()
              .retry()
              .withBackOff(ASK_EVERY, ASK_EVERY)
              .expireIn(config.patience().toMillis()));
    }
  }

  private Uni<Void> firstBook() {
    return Uni.createFrom()
        .deferred(known::refresh)
        .invoke(
            () -> {
              if (!known.isKnown()) {
                throw new IllegalStateException("pricing-service has not answered since the start");
              }
            });
  }

  /**
   * The announcement says only that there is something new: the book says what. Should it not be
   * had now, or an older one come from a replica that is behind, it is asked for until it is there.
   */
  @Incoming("pricing-changes")
  Uni<Void> onChange(byte[] announcement) {
    known.announced(Announcements.lineIn(announcement), Announcements.versionIn(announcement));
    return known.refresh();
  }

  @Scheduled(every = "${tokenledger.pricing.look-every}", concurrentExecution = SKIP)
  Uni<Void> refreshWhenDue() {
    return known.refreshWhenDue();
  }

  Uni<Void> refresh() {
    return known.refresh();
  }
}

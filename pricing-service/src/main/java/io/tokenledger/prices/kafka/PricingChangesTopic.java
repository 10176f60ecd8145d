package io.tokenledger.prices.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.tokenledger.prices.BookAnnouncements;
import io.tokenledger.pricing.PriceBook;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * {@code {"version":N,"line":"…"}} to {@link io.tokenledger.events.Topics#PRICING_CHANGES}. One
 * key, so that the announcements stay in order and compaction keeps the last one.
 */
@ApplicationScoped
class PricingChangesTopic implements BookAnnouncements {

  private static final String KEY = "price-book";

  private final MutinyEmitter<Record<String, String>> emitter;

  PricingChangesTopic(@Channel("pricing-changes") MutinyEmitter<Record<String, String>> emitter) {
    this.emitter = emitter;
  }

  @Override
  public Uni<Void> announce(PriceBook book) {
    String change = "{\"version\":%d,\"line\":\"%s\"}".formatted(book.version(), book.line());
    return emitter.send(Record.of(KEY, change));
  }
}

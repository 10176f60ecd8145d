package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The numbers of the book, which prices and aliases share. For use inside a session.
 *
 * <p>Who writes holds the lock until its commit: numbers become visible in their order, and who
 * sees one can see all below it. The time is the server's, so that it rises with the numbers,
 * whichever replica writes.
 */
@ApplicationScoped
class BookNumbers {

  private static final String MICROS =
      "SELECT (extract(epoch FROM clock_timestamp()) * 1e6)::bigint";

  private final PriceVersionRepository prices;

  BookNumbers(PriceVersionRepository prices) {
    this.prices = prices;
  }

  /** What the next entry is recorded under. */
  record Next(long bookVersion, Instant recordedAt) {}

  /** Waits for other writers; the lock ends with the transaction, after its commit. */
  Uni<Next> lockForWriting() {
    return prices
        .lockForWriting()
        .chain(prices::lastBookVersion)
        .chain(last -> now().map(time -> new Next(last + 1, time)));
  }

  private static Uni<Instant> now() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(MICROS, Long.class).getSingleResult())
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}

package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.PriceFactor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries on the price factors, for use inside a session. */
@ApplicationScoped
class PriceFactorRepository implements PanacheRepositoryBase<PriceFactorRow, String> {

  /** Those above {@code bookVersion}, up to {@code last}. */
  Uni<List<PriceFactor>> recordedBetween(long bookVersion, long last) {
    return list("bookVersion > ?1 and bookVersion <= ?2 order by bookVersion", bookVersion, last)
        .map(found -> found.stream().map(PriceFactorRow::toFactor).toList());
  }
}

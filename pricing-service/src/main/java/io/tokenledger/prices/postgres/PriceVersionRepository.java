package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries on the price versions, for use inside a session. */
@ApplicationScoped
public class PriceVersionRepository implements PanacheRepositoryBase<PriceVersionRow, String> {

  /** One after the other, which a session needs; an empty list is nothing to do. */
  public Uni<Void> persistInTurn(List<PriceVersionRow> rows) {
    return getSession().chain(session -> session.persistAll(rows.toArray()));
  }

  /** Those above {@code bookVersion}, up to {@code last}. */
  public Uni<List<PriceVersion>> recordedBetween(long bookVersion, long last) {
    return list("bookVersion > ?1 and bookVersion <= ?2 order by bookVersion", bookVersion, last)
        .map(found -> found.stream().map(PriceVersionRow::toVersion).toList());
  }

  /** Everyone's last recorded price of exactly this model. */
  public Uni<PriceVersionRow> lastOf(String provider, String modelName) {
    return find(
            "orgId = '' and provider = ?1 and modelName = ?2 order by bookVersion desc",
            provider,
            modelName)
        .firstResult();
  }

  Uni<List<RecordedPrice>> history(List<String> orgIds, String provider, String modelName) {
    return list(
            "orgId in ?1 and provider = ?2 and modelName = ?3 order by bookVersion desc",
            orgIds,
            provider,
            modelName)
        .map(found -> found.stream().map(PriceVersionRow::toRecordedPrice).toList());
  }
}

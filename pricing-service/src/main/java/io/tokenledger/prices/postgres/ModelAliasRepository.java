package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.ModelAlias;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries on the aliases, for use inside a session. */
@ApplicationScoped
class ModelAliasRepository implements PanacheRepositoryBase<ModelAliasRow, String> {

  /** Those above {@code bookVersion}, up to {@code last}. */
  Uni<List<ModelAlias>> recordedBetween(long bookVersion, long last) {
    return list("bookVersion > ?1 and bookVersion <= ?2 order by bookVersion", bookVersion, last)
        .map(found -> found.stream().map(ModelAliasRow::toAlias).toList());
  }
}

package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries on the price book, for use inside a session. */
@ApplicationScoped
class PriceVersionRepository implements PanacheRepositoryBase<PriceVersionRow, String> {

  /** Any number that no other part of the database locks. */
  private static final long WRITER_LOCK = 0x70726963_65626f6fL;

  /** Waits for other writers; the lock ends with the transaction, after its commit. */
  Uni<Void> lockForWriting() {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)", Integer.class)
                    .setParameter("lock", WRITER_LOCK)
                    .getSingleResult())
        .replaceWithVoid();
  }

  Uni<Long> lastBookVersion() {
    return find("select coalesce(max(bookVersion), 0) from PriceVersionRow")
        .project(Long.class)
        .singleResult();
  }

  /** One after the other, which a session needs; an empty list is nothing to do. */
  Uni<Void> persistInTurn(List<PriceVersionRow> rows) {
    return getSession().chain(session -> session.persistAll(rows.toArray()));
  }

  Uni<List<PriceVersionRow>> recordedAfter(long bookVersion) {
    return list("bookVersion > ?1 order by bookVersion", bookVersion);
  }

  /** Everyone's last recorded price of exactly this model. */
  Uni<PriceVersionRow> lastOf(String provider, String modelName) {
    return find(
            "orgId = '' and provider = ?1 and modelName = ?2 order by bookVersion desc",
            provider,
            modelName)
        .firstResult();
  }

  Uni<List<PriceVersionRow>> history(List<String> orgIds, String provider, String modelName) {
    return list(
        "orgId in ?1 and provider = ?2 and modelName = ?3 order by bookVersion desc",
        orgIds,
        provider,
        modelName);
  }
}

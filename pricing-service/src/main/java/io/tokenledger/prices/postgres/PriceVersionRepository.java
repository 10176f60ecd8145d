package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries on the price versions, for use inside a session. */
@ApplicationScoped
class PriceVersionRepository implements PanacheRepositoryBase<PriceVersionRow, String> {

  /** Any number that no other part of the database locks. */
  private static final long WRITER_LOCK = 0x70726963_65626f6fL;

  private static final String LAST_BOOK_VERSION =
      """
      SELECT greatest(0, (SELECT max(book_version) FROM pricing.price_version),
                         (SELECT max(book_version) FROM pricing.model_alias))""";

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

  /** The last number of the book, of whatever it is about: aliases are numbered with prices. */
  Uni<Long> lastBookVersion() {
    return getSession()
        .chain(
            session -> session.createNativeQuery(LAST_BOOK_VERSION, Long.class).getSingleResult());
  }

  /** One after the other, which a session needs; an empty list is nothing to do. */
  Uni<Void> persistInTurn(List<PriceVersionRow> rows) {
    return getSession().chain(session -> session.persistAll(rows.toArray()));
  }

  Uni<List<PriceVersionRow>> recordedAfter(long bookVersion) {
    return list("bookVersion > ?1 order by bookVersion", bookVersion);
  }

  /** Those above {@code bookVersion}, up to {@code last}. */
  Uni<List<PriceVersionRow>> recordedBetween(long bookVersion, long last) {
    return list("bookVersion > ?1 and bookVersion <= ?2 order by bookVersion", bookVersion, last);
  }

  Uni<List<PriceVersionRow>> history(List<String> orgIds, String provider, String modelName) {
    return list(
        "orgId in ?1 and provider = ?2 and modelName = ?3 order by bookVersion desc",
        orgIds,
        provider,
        modelName);
  }
}

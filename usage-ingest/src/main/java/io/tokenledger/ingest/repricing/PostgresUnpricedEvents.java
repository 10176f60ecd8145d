package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events that have no price, or lack one for a part, by the index of them, which is small while
 * prices are known.
 */
@ApplicationScoped
class PostgresUnpricedEvents {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String MODELS =
      """
      SELECT org_id, provider, model_name, price_version, min(occurred_at) AS first,
        max(occurred_at) AS last
      FROM raw.usage_event e WHERE event_key >= $1 AND event_key < $2 AND %s
      GROUP BY org_id, provider, model_name, price_version
      LIMIT $3"""
          .formatted(StoredUsageRows.UNPRICED);

  private static final String PAGE =
      StoredUsageRows.SELECT
          + "WHERE "
          + StoredUsageRows.UNPRICED
          + " AND e.event_key >= $1 AND (e.event_key, e.org_id) > ($1, $2) AND e.event_key < $4"
          + " ORDER BY e.event_key, e.org_id LIMIT $3";

  private static final String BY_OTHER_BOOKS =
      """
      SELECT coalesce(string_agg(concat_ws(' ', source_partition, book, stored_by), ', '
        ORDER BY source_partition, book), '')
      FROM raw.unpriced_stored WHERE book <> $1""";

  private static final String FORGET =
      "DELETE FROM raw.unpriced_stored WHERE book <> $1 AND stored_at < now() - interval '1 day'";

  private final Pool pool;
  private final RepriceConfig config;

  PostgresUnpricedEvents(Pool pool, RepriceConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /**
   * What was stored last that was held against another book, or an unknown one: the text is another
   * one after each such transaction.
   *
   * @param book the name of a book
   */
  Uni<String> storedByOtherBooks(String book) {
    return pool.preparedQuery(BY_OTHER_BOOKS)
        .execute(Tuple.of(book))
        .map(rows -> Rows.only(rows).getString(0));
  }

  /** Books that were not used for a day, other than {@code book}: they are few, but come and go. */
  Uni<Void> forgetBooks(String book) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(book)).replaceWithVoid();
  }

  /**
   * Which models, whose, and when.
   *
   * @param limit as many are told, at most
   */
  Uni<List<UnpricedModel>> models(int limit) {
    return modelsFrom(BEFORE_ALL, limit, List.of());
  }

  private Uni<List<UnpricedModel>> modelsFrom(UUID key, int limit, List<UnpricedModel> found) {
    return found.size() >= limit
        ? Uni.createFrom().item(found.subList(0, limit))
        : KeyWindowReads.behind(key, "", true, pool)
            .chain(
                window ->
                    window.isEmpty()
                        ? Uni.createFrom().item(found)
                        : models(window.get(), limit)
                            .map(more -> UnpricedModel.merged(found, more))
                            .chain(all -> modelsFrom(window.get().end(), limit, all)));
  }

  private Uni<List<UnpricedModel>> models(KeyWindowReads window, int limit) {
    return pool.preparedQuery(MODELS)
        .execute(Tuple.of(window.key(), window.end(), limit))
        .map(rows -> Rows.all(rows, PostgresUnpricedEvents::modelOf));
  }

  /**
   * @param after the last event of the page before; empty for the first
   * @return in key order; empty at the end
   */
  Uni<List<StoredUsage>> page(Optional<StoredUsage> after) {
    return pageFrom(
        after.map(StoredUsage::eventKey).orElse(BEFORE_ALL),
        after.map(StoredUsage::orgId).orElse(""));
  }

  /** Of the next days that have any. */
  private Uni<List<StoredUsage>> pageFrom(UUID key, String org) {
    return KeyWindowReads.behind(key, org, true, pool)
        .chain(
            window ->
                window.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : page(window.get())
                        .chain(
                            page ->
                                page.isEmpty()
                                    ? pageFrom(window.get().end(), "")
                                    : Uni.createFrom().item(page)));
  }

  private Uni<List<StoredUsage>> page(KeyWindowReads window) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(window.key(), window.org(), config.chunkSize(), window.end()))
        .map(StoredUsageRows::fromRows);
  }

  private static UnpricedModel modelOf(Row row) {
    return new UnpricedModel(
        row.getString("org_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("price_version"),
        row.getOffsetDateTime("first").toInstant(),
        row.getOffsetDateTime("last").toInstant());
  }
}

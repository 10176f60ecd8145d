package io.tokenledger.prices.changes;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.http.AliasView;
import io.tokenledger.prices.http.PriceView;
import io.tokenledger.prices.postgres.StoredRates;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Who changed the book, when, why, and to what: the view {@code pricing.book_change}. Nothing is
 * ever removed from it.
 */
@ApplicationScoped
class PriceChangeReads {

  private static final String FIND =
      """
      SELECT * FROM pricing.book_change
      WHERE ($1::text IS NULL OR org_id = $1)
        AND ($2::text IS NULL OR kind = $2)
        AND ($3::text IS NULL OR provider = $3)
        AND ($4::text IS NULL OR model_name = $4)
        AND ($5::text IS NULL OR source = $5)
        AND ($6::text IS NULL OR recorded_by = $6)
        AND ($7::timestamptz IS NULL OR recorded_at >= $7)
        AND ($8::timestamptz IS NULL OR recorded_at < $8)
        AND book_version < $9
      ORDER BY book_version DESC
      LIMIT $10\
      """;

  private final Pool pool;

  PriceChangeReads(Pool pool) {
    this.pool = pool;
  }

  /**
   * The last recorded first, and one more than the limit: it tells whether there is another page.
   */
  Uni<List<ChangeView>> find(ChangeQuery query) {
    return pool.preparedQuery(FIND)
        .execute(parameters(query))
        .map(rows -> Rows.all(rows, PriceChangeReads::fromRow));
  }

  private static Tuple parameters(ChangeQuery query) {
    return Tuple.tuple()
        .addString(query.orgId().orElse(null))
        .addString(query.kind().orElse(null))
        .addString(query.provider().orElse(null))
        .addString(query.modelName().orElse(null))
        .addString(query.source().orElse(null))
        .addString(query.recordedBy().orElse(null))
        .addOffsetDateTime(query.from().map(PriceChangeReads::utc).orElse(null))
        .addOffsetDateTime(query.to().map(PriceChangeReads::utc).orElse(null))
        .addLong(query.below())
        .addInteger(query.limit() + 1);
  }

  private static ChangeView fromRow(Row row) {
    return new ChangeView(
        row.getString("kind"),
        row.getString("id"),
        row.getLong("book_version"),
        row.getString("org_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getOffsetDateTime("effective_from").toInstant().toString(),
        row.getOffsetDateTime("recorded_at").toInstant().toString(),
        row.getString("recorded_by"),
        row.getString("source"),
        row.getString("note"),
        Optional.ofNullable(row.getString("rates"))
            .map(rates -> PriceView.toMap(StoredRates.fromJson(rates)))
            .orElse(null),
        Optional.ofNullable(row.getString("target_model_name"))
            .map(name -> new AliasView.Target(row.getString("target_provider"), name))
            .orElse(null),
        Optional.ofNullable(row.getBigDecimal("factor"))
            .map(factor -> factor.stripTrailingZeros().toPlainString())
            .orElse(null));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}

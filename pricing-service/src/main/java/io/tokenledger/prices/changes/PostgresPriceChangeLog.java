package io.tokenledger.prices.changes;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ModelName;
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
import java.util.Locale;
import java.util.Optional;

/** The view {@code pricing.book_change}. */
@ApplicationScoped
class PostgresPriceChangeLog implements PriceChangeLog {

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

  PostgresPriceChangeLog(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<RecordedChange>> find(ChangeQuery query) {
    return pool.preparedQuery(FIND)
        .execute(parameters(query))
        .map(rows -> Rows.all(rows, PostgresPriceChangeLog::fromRow));
  }

  private static Tuple parameters(ChangeQuery query) {
    return Tuple.tuple()
        .addString(query.orgId().orElse(null))
        .addString(query.kind().map(PostgresPriceChangeLog::code).orElse(null))
        .addString(query.provider().orElse(null))
        .addString(query.modelName().orElse(null))
        .addString(query.source().orElse(null))
        .addString(query.recordedBy().orElse(null))
        .addOffsetDateTime(query.from().map(PostgresPriceChangeLog::utc).orElse(null))
        .addOffsetDateTime(query.to().map(PostgresPriceChangeLog::utc).orElse(null))
        .addLong(query.below())
        .addInteger(query.limit());
  }

  private static RecordedChange fromRow(Row row) {
    return new RecordedChange(
        RecordedChange.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("id"),
        row.getLong("book_version"),
        row.getString("org_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getOffsetDateTime("effective_from").toInstant(),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("recorded_by"),
        row.getString("source"),
        row.getString("note"),
        Optional.ofNullable(row.getString("rates")).map(StoredRates::fromJson),
        Optional.ofNullable(row.getString("target_model_name"))
            .map(name -> new ModelName(row.getString("target_provider"), name)));
  }

  private static String code(RecordedChange.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}

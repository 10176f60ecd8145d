package io.tokenledger.ingest.repricing;

import static java.util.stream.Collectors.joining;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.ingest.adjustments.SettledSql;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.postgres.UnitsColumn;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;

/** Raw events with what their cost follows from, and whether they are settled. */
final class StoredUsageRows {

  static final String SELECT =
      """
      SELECT e.event_key, e.org_id, e.provider, e.model_name, e.occurred_at, %s,
        e.units::text AS units, e.request_count, e.service_tier, e.speed, e.inference_geo,
        e.cost_status, e.cost_nanos, e.cache_saved_nanos, e.price_version,
        %s AS settled,
        e.recorded_at < now() - interval '1 hour' AS overdue
      FROM raw.usage_event e
      """
              .formatted(
                  TokenClass.ALL.stream().map(each -> "e." + each.column()).collect(joining(", ")),
                  SettledSql.SETTLED)
          + SettledSql.JOINS;

  /** Word for word the condition of the index {@code usage_event_unpriced}. */
  static final String UNPRICED = "e.cost_status IN ('unpriced', 'partial')";

  private StoredUsageRows() {}

  static List<StoredUsage> fromRows(RowSet<Row> rows) {
    return Rows.all(rows, StoredUsageRows::fromRow);
  }

  private static StoredUsage fromRow(Row row) {
    return new StoredUsage(
        row.getUUID("event_key"),
        new BillableUsage(
            row.getString("org_id"),
            row.getString("provider"),
            row.getString("model_name"),
            row.getOffsetDateTime("occurred_at").toInstant(),
            TokenCounts.of(each -> row.getLong(each.column())),
            UnitsColumn.of(row),
            row.getLong("request_count"),
            new Serving(
                row.getString("service_tier"),
                row.getString("speed"),
                row.getString("inference_geo"))),
        CostStatus.ofCode(row.getString("cost_status")),
        row.getLong("cost_nanos"),
        Rows.number(row, "cache_saved_nanos"),
        row.getString("price_version"),
        row.getBoolean("settled"),
        row.getBoolean("overdue"));
  }
}

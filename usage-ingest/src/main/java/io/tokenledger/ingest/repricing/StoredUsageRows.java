package io.tokenledger.ingest.repricing;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Raw events with what their cost follows from, and whether they are settled. */
final class StoredUsageRows {

  /**
   * Settled: below what is published for good (no lane reads it again, whatever becomes of Kafka's
   * offsets) and not above what the rollups count. Both only ever rise.
   */
  static final String SELECT =
      """
      SELECT e.event_key, e.org_id, e.provider, e.model_name, e.occurred_at, %s,
        e.units::text AS units, e.request_count, e.service_tier, e.cost_status, e.cost_nanos,
        e.price_version,
        coalesce(e.source_offset < p.published_below AND e.source_offset <= c.counted_through,
          false) AS settled,
        e.recorded_at < now() - interval '1 hour' AS overdue
      FROM raw.usage_event e
      LEFT JOIN raw.published_position p
        ON p.topic_id = e.source_topic_id AND p.source_partition = e.source_partition
      LEFT JOIN rollup.usage_counted c
        ON c.org_id = e.org_id AND c.source_topic_id = e.source_topic_id
          AND c.source_partition = e.source_partition
      """
          .formatted(
              TokenClass.ALL.stream().map(each -> "e." + each.column()).collect(joining(", ")));

  /** Word for word the condition of the index {@code usage_event_unpriced}. */
  static final String UNPRICED = "e.cost_status IN ('unpriced', 'partial')";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, BigDecimal>> UNITS = new TypeReference<>() {};

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
            units(row.getString("units")),
            row.getLong("request_count"),
            row.getString("service_tier")),
        CostStatus.ofCode(row.getString("cost_status")),
        row.getLong("cost_nanos"),
        row.getString("price_version"),
        row.getBoolean("settled"),
        row.getBoolean("overdue"));
  }

  /** As text: the client would make doubles of the quantities. */
  private static Map<String, BigDecimal> units(String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, UNITS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("units are numbers by name", e);
    }
  }
}

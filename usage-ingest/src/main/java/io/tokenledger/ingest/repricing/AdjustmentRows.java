package io.tokenledger.ingest.repricing;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.CostAdjustment;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An adjustment with what the raw event says now: under the pseudonym, when its user was erased
 * meanwhile.
 */
final class AdjustmentRows {

  static final String UNPUBLISHED =
      """
      SELECT a.org_id, a.sequence, a.id, a.run_id, a.cost_nanos_after - a.cost_nanos_before AS nanos_delta,
        a.unpriced_requests_delta, a.cost_status_after, a.price_version_after, e.event_id, e.user_id,
        e.provider, e.model_name, e.feature, e.activity, e.category, e.success, e.conversation_id,
        e.tags, e.occurred_at
      FROM raw.cost_adjustment a
      JOIN raw.usage_event e ON e.event_key = a.event_key AND e.org_id = a.org_id
      WHERE a.published_at IS NULL
      ORDER BY a.org_id, a.sequence LIMIT $1""";

  private AdjustmentRows() {}

  static CostAdjustment fromRow(Row row) {
    return new CostAdjustment(
        row.getString("event_id"),
        callOf(row),
        row.getBoolean("success"),
        row.getString("conversation_id"),
        tags(row.getJsonObject("tags")),
        row.getOffsetDateTime("occurred_at").toInstant(),
        CostStatus.ofCode(row.getString("cost_status_after")),
        row.getString("price_version_after"),
        row.getLong("sequence"),
        row.getUUID("run_id"),
        row.getLong("nanos_delta"),
        row.getLong("unpriced_requests_delta"),
        Optional.ofNullable(row.getUUID("id")));
  }

  private static Call callOf(Row row) {
    return new Call(
        row.getString("org_id"),
        row.getString("user_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        row.getString("activity"),
        row.getString("category"));
  }

  private static Map<String, String> tags(JsonObject json) {
    Map<String, String> tags = new TreeMap<>();
    if (json != null) {
      json.forEach(tag -> tags.put(tag.getKey(), tag.getValue().toString()));
    }
    return tags;
  }
}

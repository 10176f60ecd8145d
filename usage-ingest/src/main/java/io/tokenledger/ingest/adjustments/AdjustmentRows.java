package io.tokenledger.ingest.adjustments;

import static java.util.stream.Collectors.joining;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Adjustments as they are published: a changed cost with what the raw event says now, a revision
 * with what it says and what the one before it said; under the pseudonym, when a user was erased
 * meanwhile.
 */
final class AdjustmentRows {

  private static final List<String> LABELS =
      List.of(
          "user_id",
          "provider",
          "model_name",
          "feature",
          "activity",
          "category",
          "success",
          "conversation_id",
          "tags");

  private static final List<String> USED =
      Stream.concat(
              Stream.of(
                  "request_count", "duration_ms", "cost_nanos", "cost_status", "price_version"),
              TokenClass.ALL.stream().map(TokenClass::column))
          .toList();

  /** Of the raw event, and of the revisions before and after; the last two may be absent. */
  private static final String NOW = "e";

  private static final String BEFORE = "b";
  private static final String AFTER = "n";

  static final String UNPUBLISHED =
      """
      SELECT a.org_id, a.sequence, a.id, a.run_id, a.revision_after,
        a.cost_nanos_after - a.cost_nanos_before AS nanos_delta, a.unpriced_requests_delta,
        a.cost_status_after, a.price_version_after, e.event_id, e.occurred_at, %s, %s, %s
      FROM raw.cost_adjustment a
      JOIN raw.usage_event e ON e.event_key = a.event_key AND e.org_id = a.org_id
      LEFT JOIN raw.event_revision b
        ON b.event_key = a.event_key AND b.org_id = a.org_id AND b.revision = a.revision_before
      LEFT JOIN raw.event_revision n
        ON n.event_key = a.event_key AND n.org_id = a.org_id AND n.revision = a.revision_after
      WHERE a.published_at IS NULL
      ORDER BY a.org_id, a.sequence LIMIT $1"""
          .formatted(
              columns(NOW, LABELS.stream()),
              columns(BEFORE, Stream.concat(LABELS.stream(), USED.stream())),
              columns(AFTER, Stream.concat(LABELS.stream(), USED.stream())));

  private AdjustmentRows() {}

  static Adjustment fromRow(Row row) {
    return row.getLong("revision_after") == null ? costAdjustment(row) : revision(row);
  }

  private static RevisedUsage revision(Row row) {
    return new RevisedUsage(
        row.getLong("sequence"),
        Optional.ofNullable(row.getUUID("id")),
        usage(row, BEFORE),
        usage(row, AFTER));
  }

  private static RecordedUsage usage(Row row, String of) {
    Long durationMs = row.getLong(name(of, "duration_ms"));
    return new RecordedUsage(
        row.getString("event_id"),
        callOf(row, of),
        row.getLong(name(of, "request_count")),
        TokenCounts.of(each -> row.getLong(name(of, each.column()))),
        durationMs == null ? OptionalLong.empty() : OptionalLong.of(durationMs),
        row.getBoolean(name(of, "success")),
        row.getString(name(of, "conversation_id")),
        tags(row.getJsonObject(name(of, "tags"))),
        occurredAt(row),
        row.getLong(name(of, "cost_nanos")),
        CostStatus.ofCode(row.getString(name(of, "cost_status"))),
        row.getString(name(of, "price_version")),
        Optional.empty());
  }

  private static CostAdjustment costAdjustment(Row row) {
    return new CostAdjustment(
        row.getString("event_id"),
        callOf(row, NOW),
        row.getBoolean(name(NOW, "success")),
        row.getString(name(NOW, "conversation_id")),
        tags(row.getJsonObject(name(NOW, "tags"))),
        occurredAt(row),
        CostStatus.ofCode(row.getString("cost_status_after")),
        row.getString("price_version_after"),
        row.getLong("sequence"),
        row.getUUID("run_id"),
        row.getLong("nanos_delta"),
        row.getLong("unpriced_requests_delta"),
        Optional.ofNullable(row.getUUID("id")));
  }

  private static Call callOf(Row row, String of) {
    return new Call(
        row.getString("org_id"),
        row.getString(name(of, "user_id")),
        row.getString(name(of, "provider")),
        row.getString(name(of, "model_name")),
        row.getString(name(of, "feature")),
        row.getString(name(of, "activity")),
        row.getString(name(of, "category")));
  }

  private static Instant occurredAt(Row row) {
    return row.getOffsetDateTime("occurred_at").toInstant();
  }

  private static Map<String, String> tags(JsonObject json) {
    Map<String, String> tags = new TreeMap<>();
    if (json != null) {
      json.forEach(tag -> tags.put(tag.getKey(), tag.getValue().toString()));
    }
    return tags;
  }

  private static String columns(String of, Stream<String> names) {
    return names.map(name -> of + "." + name + " AS " + name(of, name)).collect(joining(", "));
  }

  private static String name(String of, String column) {
    return of + "_" + column;
  }
}

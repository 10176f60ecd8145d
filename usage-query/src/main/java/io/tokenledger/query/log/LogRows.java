package io.tokenledger.query.log;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.service.trace.TraceParent;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.OptionalLong;

/** Converts rows of raw.usage_event. */
public final class LogRows {

  private LogRows() {}

  public static LogEntry toEntry(Row row) {
    return new LogEntry(
        toPosition(row),
        row.getString("event_id"),
        row.getString("user_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        row.getString("activity"),
        row.getString("category"),
        TokenCounts.of(each -> row.getLong(each.column())),
        row.getLong("request_count"),
        row.getLong("cost_nanos"),
        row.getString("cost_status"),
        row.getString("price_version"),
        toOptional(row.getLong("duration_ms")),
        toOptional(row.getLong("time_to_first_token_ms")),
        row.getBoolean("success"),
        row.getString("error_message"),
        row.getString("conversation_id"),
        row.getString("message_id"),
        row.getString("service_tier"),
        row.getString("usage_source"),
        TraceParent.parse(row.getString("traceparent")),
        toMetadata(row.getJsonObject("tags")));
  }

  private static LogPosition toPosition(Row row) {
    return new LogPosition(
        row.getOffsetDateTime("occurred_at").toInstant(), row.getUUID("event_key"));
  }

  private static OptionalLong toOptional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Map<String, Object> toMetadata(JsonObject tags) {
    return tags == null ? Map.of() : tags.getMap();
  }
}

package io.tokenledger.query.log;

import io.tokenledger.events.Money;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.query.http.Told;
import io.tokenledger.query.sums.http.TokenFields;
import io.tokenledger.service.postgres.UnitsColumn;
import io.tokenledger.service.trace.TraceParent;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Converts rows of raw.usage_event. */
public final class LogRows {

  private LogRows() {}

  public static LogLine toLine(Row row) {
    long costNanos = row.getLong("cost_nanos");
    return new LogLine(
        row.getString("event_id"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        told(row, "user_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        told(row, "activity"),
        told(row, "category"),
        TokenFields.of(TokenCounts.of(each -> row.getLong(each.column()))),
        row.getLong("request_count"),
        Money.microsFromNanos(BigDecimal.valueOf(costNanos)),
        Money.usdFromNanos(costNanos).toPlainString(),
        row.getString("cost_status"),
        told(row, "price_version"),
        toOptional(row.getLong("duration_ms")),
        toOptional(row.getLong("time_to_first_token_ms")),
        row.getBoolean("success"),
        told(row, "error_message"),
        told(row, "conversation_id"),
        told(row, "message_id"),
        row.getString("service_tier"),
        row.getString("speed"),
        told(row, "inference_geo"),
        UnitsColumn.of(row),
        row.getString("usage_source"),
        row.getLong("revision"),
        row.getBoolean("voided"),
        TraceParent.parse(row.getString("traceparent")).map(TraceParent::traceId),
        toMetadata(row.getJsonObject("tags")));
  }

  public static LogPosition toPosition(Row row) {
    return new LogPosition(
        row.getOffsetDateTime("occurred_at").toInstant(), row.getUUID("event_key"));
  }

  private static Optional<String> told(Row row, String column) {
    return Told.of(row.getString(column));
  }

  private static OptionalLong toOptional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Map<String, Object> toMetadata(JsonObject tags) {
    return tags == null ? Map.of() : tags.getMap();
  }
}

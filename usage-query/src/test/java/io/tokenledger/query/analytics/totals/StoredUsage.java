package io.tokenledger.query.analytics.totals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.DurationBuckets;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stores events as the other services would: as raw rows, and folded into every rollup. */
final class StoredUsage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String COUNTERS =
      "request_count, error_count, unpriced_requests, input_tokens, output_tokens,"
          + " cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens,"
          + " reasoning_tokens, audio_output_tokens, embedding_tokens, cost_nanos,"
          + " cache_saved_nanos, cache_saved_tokens, duration_ms_sum, duration_count";

  private static final String SUMS =
      "sum(request_count), sum(CASE WHEN success THEN 0 ELSE request_count END),"
          + " sum(CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END),"
          + " sum(input_tokens), sum(output_tokens), sum(cache_read_tokens),"
          + " sum(cache_write_tokens), sum(cache_write_1h_tokens), sum(audio_input_tokens),"
          + " sum(reasoning_tokens), sum(audio_output_tokens), sum(embedding_tokens),"
          + " sum(cost_nanos), coalesce(sum(cache_saved_nanos), 0),"
          + " sum(CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens END),"
          + " coalesce(sum(duration_ms), 0), count(duration_ms)";

  private static final String DAY = "(occurred_at AT TIME ZONE 'UTC')::date";
  private static final String LABELS = "provider, model_name, feature, category, activity";

  private StoredUsage() {}

  static void store(String orgId, List<UsageCase> events) {
    events.forEach(
        event -> LedgerRows.event(orgId, event.eventId(), event.occurredAt(), row(event)));
    roll(orgId, "org_daily_usage", "usage_date, " + LABELS, DAY + ", " + LABELS, true, "");
    roll(
        orgId,
        "org_quarter_hour_usage",
        "bucket_start, " + LABELS,
        "date_bin('15 minutes', occurred_at, 'epoch'), " + LABELS,
        true,
        "");
    rollHours(orgId);
    String user = "user_id, provider, model_name, feature";
    roll(orgId, "org_user_daily_usage", "usage_date, " + user, DAY + ", " + user, false, "");
    roll(
        orgId,
        "org_tag_daily_usage",
        "usage_date, tag_key, tag_value, " + LABELS,
        DAY + ", tag_key, tag_value, " + LABELS,
        false,
        " CROSS JOIN LATERAL jsonb_each_text(tags) AS tag (tag_key, tag_value)");
  }

  /** Two days of three are settled; of the others there are no hours. */
  private static void rollHours(String orgId) {
    for (int hours : new int[] {1, 6}) {
      String span = "%1$d, date_bin('%1$d hours', occurred_at, 'epoch'), ".formatted(hours);
      String labels = "provider, model_name, feature";
      roll(orgId, "org_hours_usage", "hours, bucket_start, " + labels, span + labels, true, "");
    }
    TestLedger.execute(
        "DELETE FROM rollup.org_hours_usage WHERE org_id = ?"
            + " AND extract(doy FROM bucket_start AT TIME ZONE 'UTC')::int % 3 = 0",
        orgId);
    TestLedger.execute(
        "UPDATE rollup.org_hours_day SET settled = true WHERE org_id = ?"
            + " AND extract(doy FROM usage_date)::int % 3 <> 0",
        orgId);
  }

  private static void roll(
      String orgId, String table, String keys, String fromRaw, boolean histogram, String more) {
    String groups =
        IntStream.rangeClosed(1, fromRaw.split(", (?![^(]*\\))").length + 1)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    TestLedger.execute(
        "INSERT INTO rollup.%s (org_id, %s, %s%s) SELECT org_id, %s, %s%s FROM raw.usage_event%s WHERE org_id = '%s' GROUP BY %s"
            .formatted(
                table,
                keys,
                COUNTERS,
                histogram ? ", duration_buckets" : "",
                fromRaw,
                SUMS,
                histogram ? ", " + buckets() : "",
                more,
                orgId,
                groups));
  }

  private static String buckets() {
    long[] bounds = DurationBuckets.upperBoundsMs();
    return IntStream.rangeClosed(0, bounds.length)
        .mapToObj(
            i ->
                "count(*) FILTER (WHERE duration_ms > %s AND duration_ms <= %s)"
                    .formatted(
                        i == 0 ? -1 : bounds[i - 1],
                        i == bounds.length ? Long.MAX_VALUE : bounds[i]))
        .collect(Collectors.joining(", ", "ARRAY[", "]"));
  }

  private static Map<String, Object> row(UsageCase event) {
    Map<String, Object> row =
        TestLedger.columns(
            "user_id",
            event.userId(),
            "provider",
            event.provider(),
            "model_name",
            event.modelName(),
            "feature",
            event.feature(),
            "category",
            event.category(),
            "activity",
            event.activity(),
            "conversation_id",
            event.conversationId(),
            "request_count",
            event.requestCount(),
            "input_tokens",
            event.inputTokens(),
            "output_tokens",
            event.outputTokens(),
            "cache_read_tokens",
            event.cacheReadTokens(),
            "reasoning_tokens",
            event.reasoningTokens(),
            "embedding_tokens",
            event.embeddingTokens(),
            "cost_nanos",
            event.costNanos(),
            "cost_status",
            event.unpriced() ? "unpriced" : "priced",
            "success",
            event.success());
    event.cacheSavedNanos().ifPresent(saved -> row.put("cache_saved_nanos", saved));
    event.durationMs().ifPresent(duration -> row.put("duration_ms", duration));
    if (!event.tags().isEmpty()) {
      row.put("tags", TestLedger.jsonb(json(event.tags())));
    }
    return row;
  }

  private static String json(Map<String, Object> tags) {
    try {
      return JSON.writeValueAsString(tags);
    } catch (JsonProcessingException e) {
      throw new AssertionError(Arrays.toString(tags.keySet().toArray()), e);
    }
  }
}

package io.tokenledger.query.support;

import io.tokenledger.events.DurationBuckets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Inserts rollup rows and raw events; what a test does not name is as small as it can be. */
public final class LedgerRows {

  private LedgerRows() {}

  /** A row of rollup.org_daily_usage with one request; {@code overrides} are columns. */
  public static void daily(String orgId, String date, Map<String, Object> overrides) {
    Map<String, Object> row = labelled(orgId);
    row.put("usage_date", LocalDate.parse(date));
    row.putAll(overrides);
    TestLedger.insert("rollup.org_daily_usage", row);
  }

  /** A row of rollup.org_quarter_hour_usage with one request. */
  public static void quarterHour(String orgId, Instant start, Map<String, Object> overrides) {
    Map<String, Object> row = labelled(orgId);
    row.put("bucket_start", start.atOffset(ZoneOffset.UTC));
    row.putAll(overrides);
    TestLedger.insert("rollup.org_quarter_hour_usage", row);
  }

  /** A row of rollup.org_hours_usage with one request. */
  public static void hour(String orgId, Instant start, Map<String, Object> overrides) {
    Map<String, Object> row = labelled(orgId);
    row.put("hours", 1);
    row.put("bucket_start", start.atOffset(ZoneOffset.UTC));
    row.keySet().removeAll(List.of("category", "activity"));
    row.putAll(overrides);
    TestLedger.insert("rollup.org_hours_usage", row);
  }

  /** A row of rollup.org_user_daily_usage with one request. */
  public static void userDaily(
      String orgId, String userId, String date, Map<String, Object> overrides) {
    Map<String, Object> row = sums(orgId);
    row.put("usage_date", LocalDate.parse(date));
    row.put("user_id", userId);
    row.remove("duration_buckets");
    row.putAll(overrides);
    TestLedger.insert("rollup.org_user_daily_usage", row);
  }

  /** A row of rollup.org_tag_daily_usage with one request. */
  public static void tagDaily(
      String orgId, String key, String value, String date, Map<String, Object> overrides) {
    Map<String, Object> row = labelled(orgId);
    row.put("usage_date", LocalDate.parse(date));
    row.put("tag_key", key);
    row.put("tag_value", value);
    row.remove("duration_buckets");
    row.putAll(overrides);
    TestLedger.insert("rollup.org_tag_daily_usage", row);
  }

  /** A row of rollup.conversation_usage with one request of one user. */
  public static void conversation(
      String orgId, String conversationId, String userId, Map<String, Object> overrides) {
    Map<String, Object> row = sums(orgId);
    row.put("conversation_id", conversationId);
    row.put("user_id", userId);
    row.put("first_message_at", Instant.parse("2026-03-01T10:00:00Z").atOffset(ZoneOffset.UTC));
    row.put("last_message_at", Instant.parse("2026-03-01T10:05:00Z").atOffset(ZoneOffset.UTC));
    row.putAll(overrides);
    TestLedger.insert("rollup.conversation_usage", row);
  }

  /** A raw event, in the partition of the day it occurred. */
  public static void event(
      String orgId, String eventId, Instant occurredAt, Map<String, Object> overrides) {
    TestLedger.execute(
        "SELECT raw.ensure_day_partition(?)", LocalDate.ofInstant(occurredAt, ZoneOffset.UTC));
    Map<String, Object> row = RawEvents.row(orgId, eventId, occurredAt);
    row.putAll(overrides);
    TestLedger.insert("raw.usage_event", row);
  }

  /** A day of keys that holds events of the org which occurred on the days from first to last. */
  public static void farDay(String orgId, String keyDay, String first, String last) {
    TestLedger.execute(
        "INSERT INTO raw.far_day VALUES (?, ?::date, ?::date, ?::date)",
        orgId,
        keyDay,
        first,
        last);
  }

  /** One request of a histogram with the given durations. */
  public static Long[] buckets(long... durationsMs) {
    Long[] buckets = new Long[DurationBuckets.COUNT];
    Arrays.fill(buckets, 0L);
    for (long duration : durationsMs) {
      buckets[DurationBuckets.indexOf(duration)]++;
    }
    return buckets;
  }

  private static Map<String, Object> labelled(String orgId) {
    Map<String, Object> row = sums(orgId);
    row.put("category", "");
    row.put("activity", "");
    return row;
  }

  private static Map<String, Object> sums(String orgId) {
    return TestLedger.columns(
        "org_id",
        orgId,
        "provider",
        "openai",
        "model_name",
        "gpt-x",
        "feature",
        "chat",
        "request_count",
        1L,
        "error_count",
        0L,
        "unpriced_requests",
        0L,
        "input_tokens",
        0L,
        "output_tokens",
        0L,
        "cache_read_tokens",
        0L,
        "cache_write_tokens",
        0L,
        "cache_write_1h_tokens",
        0L,
        "audio_input_tokens",
        0L,
        "reasoning_tokens",
        0L,
        "audio_output_tokens",
        0L,
        "embedding_tokens",
        0L,
        "cost_nanos",
        BigDecimal.ZERO,
        "duration_ms_sum",
        0L,
        "duration_count",
        0L,
        "duration_buckets",
        buckets());
  }

  /** Raw rows; a key is the event's day and a number of its own. */
  private static final class RawEvents {

    static Map<String, Object> row(String orgId, String eventId, Instant occurredAt) {
      return TestLedger.columns(
          "event_key",
          keyOf(orgId, eventId, occurredAt),
          "org_id",
          orgId,
          "event_id",
          eventId,
          "occurred_at",
          occurredAt.atOffset(ZoneOffset.UTC),
          "user_id",
          "",
          "provider",
          "openai",
          "model_name",
          "gpt-x",
          "feature",
          "chat",
          "activity",
          "",
          "category",
          "",
          "request_count",
          1L,
          "input_tokens",
          0L,
          "output_tokens",
          0L,
          "cache_read_tokens",
          0L,
          "cache_write_tokens",
          0L,
          "cache_write_1h_tokens",
          0L,
          "audio_input_tokens",
          0L,
          "reasoning_tokens",
          0L,
          "audio_output_tokens",
          0L,
          "embedding_tokens",
          0L,
          "usage_source",
          "reported",
          "service_tier",
          "standard",
          "cost_nanos",
          0L,
          "cost_status",
          "priced",
          "price_version",
          "",
          "success",
          true,
          "error_message",
          "",
          "conversation_id",
          "",
          "message_id",
          "",
          "payload_hash",
          0L,
          "source_topic_id",
          new UUID(0, 0),
          "source_partition",
          0,
          "source_offset",
          0L);
    }

    private static UUID keyOf(String orgId, String eventId, Instant occurredAt) {
      long day = occurredAt.getEpochSecond() / 86_400 * 86_400_000;
      return new UUID(day << 16, (orgId + "/" + eventId).hashCode());
    }
  }
}

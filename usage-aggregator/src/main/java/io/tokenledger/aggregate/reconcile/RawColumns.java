package io.tokenledger.aggregate.reconcile;

import io.tokenledger.events.DurationBuckets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What raw events {@code e} say in place of the columns of the rollups. */
final class RawColumns {

  private RawColumns() {}

  /** How a column of a rollup follows from raw events {@code e}. */
  static String of(String column) {
    return switch (column) {
      case "usage_date" -> "(e.occurred_at AT TIME ZONE 'UTC')::date";
      case "bucket_start" -> "date_bin('15 minutes', e.occurred_at, 'epoch')";
      case "tag_key", "tag_value" -> "tag." + column;
      case "error_count" -> "sum(CASE WHEN e.success THEN 0 ELSE e.request_count END)::bigint";
      case "unpriced_requests" ->
          "sum(CASE WHEN e.cost_status = 'unpriced' THEN e.request_count ELSE 0 END"
              + " - e.pending_unpriced)::bigint";
      case "cost_nanos" -> "sum(e.cost_nanos - e.pending_nanos)";
      case "cache_saved_nanos" -> "sum(coalesce(e.cache_saved_nanos, 0) - e.pending_saved_nanos)";
      case "cache_saved_tokens" ->
          "sum(CASE WHEN e.cache_saved_nanos IS NULL THEN 0"
              + " ELSE e.cache_read_tokens + e.cache_write_tokens END"
              + " - e.pending_saved_tokens)::bigint";
      case "duration_ms_sum" -> "coalesce(sum(e.duration_ms), 0)::bigint";
      case "duration_count" -> "count(e.duration_ms)";
      case "duration_buckets" -> bucketsFromRaw();
      case "first_message_at" -> "min(e.occurred_at)";
      case "last_message_at" -> "max(e.occurred_at)";
      default -> isSum(column) ? "sum(e." + column + ")::bigint" : "e." + column;
    };
  }

  private static boolean isSum(String column) {
    return column.endsWith("_tokens") || column.equals("request_count");
  }

  /** {@code width_bucket} counts the bounds that are not above; a duration may equal its bound. */
  static String durationBucket() {
    return Arrays.stream(DurationBuckets.upperBoundsMs())
        .mapToObj(Long::toString)
        .collect(Collectors.joining(",", "width_bucket(e.duration_ms - 1, '{", "}'::bigint[])"));
  }

  private static String bucketsFromRaw() {
    return IntStream.range(0, DurationBuckets.COUNT)
        .mapToObj("count(*) FILTER (WHERE e.duration_bucket = %d)"::formatted)
        .collect(Collectors.joining(", ", "ARRAY[", "]"));
  }
}

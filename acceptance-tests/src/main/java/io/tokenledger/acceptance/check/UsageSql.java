package io.tokenledger.acceptance.check;

import java.util.List;
import java.util.stream.Collectors;

/** The sums of raw events and of rollups, written so that they can be compared column by column. */
final class UsageSql {

  private UsageSql() {}

  static String rollupTotals(List<String> counters, String table, String where) {
    return "SELECT " + sums(counters) + " FROM rollup." + table + where;
  }

  /**
   * @param timesCounted how often each event counts, as an expression over its columns
   */
  static String rawTotals(List<String> counters, String timesCounted, String where) {
    return "SELECT "
        + counters.stream()
            .map(each -> "coalesce(sum(" + ofRaw(each) + " * times), 0) AS " + each)
            .collect(Collectors.joining(", "))
        + " FROM (SELECT *, "
        + timesCounted
        + " AS times FROM raw.usage_event"
        + where
        + ") e";
  }

  static String rollupRows(List<String> counters, String keys, String where) {
    return "SELECT org_id, usage_date::text, %s, %s FROM rollup.org_daily_usage%s GROUP BY 1, 2, %s"
        .formatted(keys, sums(counters), where, keys);
  }

  static String rawRows(List<String> counters, String keys, String where) {
    String sums =
        counters.stream()
            .map(each -> "sum(" + ofRaw(each) + ") AS " + each)
            .collect(Collectors.joining(", "));
    return ("SELECT org_id, (occurred_at AT TIME ZONE 'UTC')::date::text AS usage_date, %s, %s "
            + "FROM raw.usage_event%s GROUP BY 1, 2, %s")
        .formatted(keys, sums, where, keys);
  }

  private static String sums(List<String> counters) {
    return counters.stream()
        .map(each -> "coalesce(sum(" + each + "), 0) AS " + each)
        .collect(Collectors.joining(", "));
  }

  private static String ofRaw(String counter) {
    return switch (counter) {
      case "error_count" -> "(CASE WHEN success THEN 0 ELSE request_count END)";
      case "unpriced_requests" ->
          "(CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END)";
      case "cache_saved_nanos" -> "coalesce(cache_saved_nanos, 0)";
      case "cache_saved_tokens" ->
          "(CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens + cache_write_tokens END)";
      default -> counter;
    };
  }
}

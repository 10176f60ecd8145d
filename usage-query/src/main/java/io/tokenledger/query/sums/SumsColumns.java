package io.tokenledger.query.sums;

import io.tokenledger.events.DurationBuckets;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The counters that every rollup has, and how sums over them are read. */
public final class SumsColumns {

  private static final List<String> TOKENS =
      TokenClass.ALL.stream().map(TokenClass::column).toList();

  private static final List<String> REQUESTS =
      List.of("request_count", "error_count", "unpriced_requests");

  private static final List<String> COUNTERS =
      Stream.of(REQUESTS, TOKENS).flatMap(List::stream).toList();

  private static final List<String> DURATIONS = List.of("duration_ms_sum", "duration_count");

  private static final List<String> COUNTED_COLUMNS =
      Stream.of(COUNTERS, List.of("cost_nanos", "cache_saved_nanos", "cache_saved_tokens"))
          .flatMap(List::stream)
          .toList();

  private static final List<String> COLUMNS =
      Stream.of(COUNTED_COLUMNS, DURATIONS).flatMap(List::stream).toList();

  /** As they are, of a rollup, but those of durations. */
  static final String COUNTED_OF_ROLLUP = String.join(", ", COUNTED_COLUMNS);

  /** As they are, of a rollup. */
  public static final String OF_ROLLUP = String.join(", ", COLUMNS);

  /** {@link #COUNTED_OF_ROLLUP} times a sign. */
  static final String COUNTED_SIGNED = signed(COUNTED_COLUMNS);

  /** What a raw event adds to them; the names are those of the rollups. */
  static final String OF_RAW =
      """
      request_count,
      CASE WHEN success THEN 0 ELSE request_count END AS error_count,
      CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END AS unpriced_requests,
      %s, cost_nanos,
      coalesce(cache_saved_nanos, 0) AS cache_saved_nanos,
      CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens + cache_write_tokens END
        AS cache_saved_tokens,
      coalesce(duration_ms, 0) AS duration_ms_sum, (duration_ms IS NOT NULL)::int AS duration_count"""
          .formatted(String.join(", ", TOKENS));

  /** Of counts, as an answer has 64 bits: one that is full must not fail the report. */
  private static final String CAPPED_SUM =
      "least(coalesce(sum(%1$s), 0), 9223372036854775807)::bigint";

  /** Sums but those of durations; 0 over no rows. */
  static final String COUNTED =
      String.join(
          ", ",
          sums(COUNTERS),
          "coalesce(sum(cost_nanos), 0) AS cost_nanos",
          "coalesce(sum(cache_saved_nanos), 0) AS cache_saved_nanos",
          sums(List.of("cache_saved_tokens")));

  /** Sums; 0 over no rows. */
  public static final String SUMS = COUNTED + ", " + sums(DURATIONS);

  /** By element: an aggregate over arrays makes a new array for each row, at ten times the cost. */
  public static final String HISTOGRAM =
      IntStream.rangeClosed(1, DurationBuckets.COUNT)
          .mapToObj(i -> CAPPED_SUM.formatted("duration_buckets[" + i + "]"))
          .collect(Collectors.joining(", ", "ARRAY[", "] AS duration_buckets"));

  /** {@link #OF_ROLLUP} and the histogram, times a sign. */
  static final String SIGNED =
      signed(COLUMNS)
          + IntStream.rangeClosed(1, DurationBuckets.COUNT)
              .mapToObj("sign * duration_buckets[%d]"::formatted)
              .collect(Collectors.joining(", ", ", ARRAY[", "] AS duration_buckets"));

  public static final String NO_HISTOGRAM = "'{}'::bigint[] AS duration_buckets";

  private SumsColumns() {}

  /**
   * Of a row that has, side by side, {@link #COUNTED} alone, or {@link #SUMS} and a histogram. Read
   * by place: a name is looked for among all columns, for each value of each row.
   */
  public static UsageSums toSums(Row row) {
    int first = row.getColumnIndex(COUNTERS.get(0));
    int tokens = first + REQUESTS.size();
    int cost = first + COUNTERS.size();
    int durations = cost + 3;
    return new UsageSums(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        TokenCounts.of(each -> row.getLong(tokens + each.ordinal())),
        row.getBigDecimal(cost),
        new CacheSaving(row.getBigDecimal(cost + 1), row.getLong(cost + 2)),
        durations < row.size() ? toDurations(row, durations) : Durations.NONE);
  }

  private static Durations toDurations(Row row, int at) {
    Long[] counts = row.getArrayOfLongs(at + DURATIONS.size());
    long[] buckets = new long[counts.length];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = counts[i];
    }
    return new Durations(row.getLong(at), row.getLong(at + 1), buckets);
  }

  private static String signed(List<String> columns) {
    return columns.stream().map("sign * %1$s AS %1$s"::formatted).collect(Collectors.joining(", "));
  }

  private static String sums(List<String> columns) {
    return columns.stream()
        .map(column -> (CAPPED_SUM + " AS %1$s").formatted(column))
        .collect(Collectors.joining(", "));
  }
}

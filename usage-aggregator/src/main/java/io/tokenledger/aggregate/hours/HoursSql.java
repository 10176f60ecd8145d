package io.tokenledger.aggregate.hours;

import io.tokenledger.aggregate.postgres.RollupTables;
import io.tokenledger.events.DurationBuckets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements about hours. Days are settled in one transaction by {@link #DUE}, {@link #CLEAR},
 * {@link #FILL} and {@link #SETTLED}, in this order: their quarters are read after their rows are
 * locked.
 */
public final class HoursSql {

  /**
   * Days that were over three hours ago, the newest first. Those that are being settled or changed
   * at this moment are left for the next time.
   */
  static final String DUE =
      """
      SELECT org_id, usage_date FROM rollup.org_hours_day
      WHERE NOT settled
        AND usage_date < ((now() - interval '3 hours') AT TIME ZONE 'UTC')::date
      ORDER BY usage_date DESC LIMIT $1
      FOR UPDATE SKIP LOCKED""";

  private static final String DAYS = "unnest($1::text[], $2::date[]) AS due (due_org, due_date)";

  private static final String OF_A_DAY =
      "org_id = due_org AND bucket_start >= due_date::timestamp AT TIME ZONE 'UTC'"
          + " AND bucket_start < (due_date + 1)::timestamp AT TIME ZONE 'UTC'";

  static final String CLEAR =
      "DELETE FROM rollup.org_hours_usage USING %s WHERE hours IN (1, 6) AND %s"
          .formatted(DAYS, OF_A_DAY);

  static final String SETTLED =
      """
      UPDATE rollup.org_hours_day SET settled = true
      FROM %s WHERE org_id = due_org AND usage_date = due_date"""
          .formatted(DAYS);

  private static final Set<String> NOT_TOLD_APART = Set.of("category", "activity");

  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("hours"),
              RollupTables.ORG_QUARTER_HOUR.keyColumns().stream()
                  .map(column -> column.name())
                  .filter(column -> !NOT_TOLD_APART.contains(column)))
          .toList();

  private static final List<String> COUNTERS =
      RollupTables.ORG_QUARTER_HOUR.counters().stream().map(c -> c.column().name()).toList();

  private static final String ADDED_UP =
      Stream.concat(KEYS.stream(), COUNTERS.stream())
          .map(HoursSql::ofQuarters)
          .collect(Collectors.joining(", "));

  private static final String GROUPS =
      IntStream.rangeClosed(1, KEYS.size())
          .mapToObj(Integer::toString)
          .collect(Collectors.joining(", "));

  private static final String LENGTHS = "unnest(ARRAY[1, 6]::smallint[]) AS length (hours)";

  /** OFFSET 0: each day is read by itself, from the index. */
  static final String FILL =
      """
      INSERT INTO rollup.org_hours_usage (%s)
      SELECT %s
      FROM %s
      CROSS JOIN LATERAL (
        SELECT * FROM rollup.org_quarter_hour_usage WHERE %s OFFSET 0) AS quarter
      CROSS JOIN %s
      GROUP BY %s"""
          .formatted(
              list(Stream.concat(KEYS.stream(), COUNTERS.stream()).toList(), column -> column),
              ADDED_UP,
              DAYS,
              OF_A_DAY,
              LENGTHS,
              GROUPS);

  private static final String SETTLED_DAY =
      """
      JOIN rollup.org_hours_day AS day
        ON day.org_id = %1$s.org_id AND day.settled
        AND day.usage_date = (%1$s.bucket_start AT TIME ZONE 'UTC')::date
      WHERE %1$s.org_id = ANY ($1::text[])
        AND %1$s.bucket_start >= ($2::date)::timestamp AT TIME ZONE 'UTC'
        AND %1$s.bucket_start < ($3::date + 1)::timestamp AT TIME ZONE 'UTC'""";

  /**
   * Of some orgs, from a first to a last day, where hours of settled days are not what the quarters
   * are; {@code t} is what they should be, and {@code r} what they are.
   */
  private static final String DIFFERING =
      """
      WITH should AS MATERIALIZED (
        SELECT %1$s
        FROM (SELECT quarter.* FROM rollup.org_quarter_hour_usage AS quarter
          %2$s) AS quarter
        CROSS JOIN %3$s
        GROUP BY %4$s),
      rolled AS MATERIALIZED (
        SELECT hour.* FROM rollup.org_hours_usage AS hour
        %5$s),
      differing AS MATERIALIZED (
        SELECT org_id, (bucket_start AT TIME ZONE 'UTC')::date AS date,
          coalesce(r.request_count, 0) - coalesce(t.request_count, 0) AS requests,
          coalesce(r.cost_nanos, 0) - coalesce(t.cost_nanos, 0) AS nanos
        FROM should t FULL JOIN rolled r USING (%6$s)
        WHERE (%7$s) IS DISTINCT FROM (%8$s))
      """
          .formatted(
              ADDED_UP,
              SETTLED_DAY.formatted("quarter"),
              LENGTHS,
              GROUPS,
              SETTLED_DAY.formatted("hour"),
              list(KEYS, column -> column),
              list(COUNTERS, "t."::concat),
              list(COUNTERS, "r."::concat));

  /** By org and day, as a drift is told. */
  public static final String DIFFERENCES =
      DIFFERING
          + """
          SELECT 'org_hours_usage' AS rollup, org_id, date, count(*) AS differing,
            sum(requests)::bigint AS requests, sum(nanos) AS cost_nanos,
            sum(abs(nanos)) AS absolute_cost_nanos
          FROM differing GROUP BY 2, 3 ORDER BY 2, 3""";

  /** Has these days settled again; tells how many hours were wrong. */
  public static final String UNSETTLE =
      DIFFERING
          + """
          , wrong AS (
            UPDATE rollup.org_hours_day AS day SET settled = false
            FROM (SELECT DISTINCT org_id, date FROM differing) AS found
            WHERE day.org_id = found.org_id AND day.usage_date = found.date)
          SELECT count(*) AS changed FROM differing""";

  private HoursSql() {}

  private static String ofQuarters(String column) {
    return switch (column) {
      case "bucket_start" ->
          "date_bin(make_interval(hours => hours), bucket_start, 'epoch') AS bucket_start";
      case "duration_buckets" -> buckets();
      case "cost_nanos", "cache_saved_nanos" -> "sum(%1$s) AS %1$s".formatted(column);
      default ->
          KEYS.contains(column) ? column : "rollup.capped(sum(%1$s)) AS %1$s".formatted(column);
    };
  }

  private static String buckets() {
    return IntStream.rangeClosed(1, DurationBuckets.COUNT)
        .mapToObj("rollup.capped(sum(duration_buckets[%d]))"::formatted)
        .collect(Collectors.joining(", ", "ARRAY[", "] AS duration_buckets"));
  }

  private static String list(List<String> columns, UnaryOperator<String> form) {
    return columns.stream().map(form).collect(Collectors.joining(", "));
  }
}

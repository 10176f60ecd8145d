package io.tokenledger.aggregate.reconcile;

import io.tokenledger.aggregate.postgres.RollupTable;
import io.tokenledger.aggregate.postgres.RollupTables;
import io.tokenledger.service.postgres.KeyDays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements that hold one rollup against the raw events, and make it what they say. Parameters
 * are the orgs, the first and the last day; conversations are those that began on these days. The
 * keys of the raw events follow, by {@link KeyDays#CONDITION}.
 *
 * <p>{@code counted} are the raw events that the rollups hold, or should, {@code truth} what
 * follows from them and {@code rolled} what the rollup says. {@code pending} are the changes of
 * costs that raw events have and the rollups do not yet; they are taken off. {@code revised} are
 * events as they were before a revision that the rollups do not count yet. All five are empty for
 * days that are not complete any more: asked in the same statement, as retention may go on
 * meanwhile.
 */
record ComparisonSql(String differences, String repair) {

  /**
   * To be executed before, in the same transaction. The statements join many events with many rows.
   * PostgreSQL expects few of either where its statistics are older than a burst of events, and
   * would go through all of the one for each of the other: minutes for what takes a second, while
   * counting waits.
   */
  static final String NO_NESTED_LOOPS = "SET LOCAL enable_nestloop = off";

  private static final String COMPLETE =
      "$2::date >= (SELECT complete_from FROM raw.complete_days)";

  private static final String DAYS_BEGIN = "($2::date)::timestamp AT TIME ZONE 'UTC'";
  private static final String DAYS_END = "($3::date + 1)::timestamp AT TIME ZONE 'UTC'";

  private static final String COUNTED =
      """
      pending AS MATERIALIZED (
        SELECT a.org_id, a.event_key,
          sum(a.cost_nanos_after - a.cost_nanos_before) AS pending_nanos,
          sum(a.unpriced_requests_delta) AS pending_unpriced,
          sum(a.cache_saved_nanos_delta) AS pending_saved_nanos,
          sum(a.cache_saved_tokens_delta) AS pending_saved_tokens
        FROM raw.last_adjustment o
        LEFT JOIN rollup.counted_adjustment k USING (org_id)
        JOIN raw.recorded_adjustment a
          ON a.org_id = o.org_id AND a.sequence > coalesce(k.counted_through, 0)
        WHERE o.org_id = ANY ($1::text[]) AND o.last_sequence > coalesce(k.counted_through, 0)
        GROUP BY 1, 2),
      revised AS MATERIALIZED (
        SELECT b.* FROM raw.last_adjustment o
        LEFT JOIN rollup.counted_adjustment k USING (org_id)
        JOIN raw.usage_before_revision b
          ON b.org_id = o.org_id AND b.sequence > coalesce(k.counted_through, 0)
        WHERE o.org_id = ANY ($1::text[]) AND o.last_sequence > coalesce(k.counted_through, 0)),
      usage AS (
        SELECT e.*, 0 AS sequence, coalesce(p.pending_nanos, 0) AS pending_nanos,
          coalesce(p.pending_unpriced, 0) AS pending_unpriced,
          coalesce(p.pending_saved_nanos, 0) AS pending_saved_nanos,
          coalesce(p.pending_saved_tokens, 0) AS pending_saved_tokens
        FROM raw.recorded_usage e
        LEFT JOIN pending p ON p.org_id = e.org_id AND p.event_key = e.event_key
        WHERE :event_keys AND NOT EXISTS (
          SELECT FROM revised r WHERE r.org_id = e.org_id AND r.event_key = e.event_key)
        UNION ALL
        SELECT r.*, 0, 0, 0, 0 FROM revised r),
      counted AS (
        SELECT e.*, %s AS duration_bucket
        FROM usage e
        LEFT JOIN rollup.counted_source c USING (org_id, source_topic_id, source_partition)
        WHERE e.org_id = ANY ($1::text[]) AND %s AND %s
          AND (e.source_offset <= c.counted_through
            OR e.recorded_at < (SELECT recorded_before FROM rollup.counted_before)
            OR %s))""";

  /**
   * What is stored so long and not counted, or of an epoch that is over, will not come any more.
   */
  private static final String OVERDUE =
      "(e.recorded_at < now() - interval '1 hour'"
          + " OR e.source_topic_id <> (SELECT epoch FROM raw.current_source))";

  /**
   * @param rows the condition for raw events
   * @param source where the keys come from: {@code counted}, or more
   * @param having the condition for what follows from them
   * @param rolled the condition for rows of the rollup
   * @param date the UTC day that a row of the rollup is of
   */
  private record Part(String rows, String source, String having, String rolled, String date) {}

  /**
   * The raw side says the pseudonym as soon as an erasure is noted; the rows of a rollup get it in
   * chunks, and are compared again when all have it. A rebuild may go before: it gives it to them.
   */
  private static final String NOT_BEING_ERASED =
      """

          AND NOT EXISTS (
            SELECT FROM rollup.erasure x
            WHERE x.finished_at IS NULL AND x.org_id = coalesce(r.org_id, t.org_id)
              AND coalesce(r.user_id, t.user_id) IN (x.user_id, x.pseudonym))""";

  /** A row that has no pseudonym yet is of the same user as raw events that have. */
  private static final String OF_THE_USER =
      """
      (r.user_id = e.user_id OR EXISTS (
        SELECT FROM rollup.erasure x
        WHERE x.finished_at IS NULL AND x.org_id = e.org_id AND x.pseudonym = e.user_id
          AND x.user_id = r.user_id))""";

  /** Of conversations without a revised event, which leaves its time where it was. */
  private static final String OTHER_TIMES =
      """

          OR (t.first_message_at, t.last_message_at) IS DISTINCT FROM
            (r.first_message_at, r.last_message_at)
          AND t.org_id = r.org_id AND NOT EXISTS (
            SELECT FROM raw.revised_conversation v
            WHERE v.org_id = t.org_id AND v.conversation_id = t.conversation_id)""";

  private static final String DATES = "r.usage_date BETWEEN $2::date AND $3::date";
  private static final String DATE = "usage_date";

  private static final String ON_THE_DAYS =
      "e.occurred_at >= " + DAYS_BEGIN + " AND e.occurred_at < " + DAYS_END;

  private static final Part BY_DATE = new Part(ON_THE_DAYS, "counted e", "true", DATES, DATE);

  private static final Part BY_QUARTER_HOUR =
      new Part(
          ON_THE_DAYS,
          "counted e",
          "true",
          "r.bucket_start >= " + DAYS_BEGIN + " AND r.bucket_start < " + DAYS_END,
          "(bucket_start AT TIME ZONE 'UTC')::date");

  private static final Part BY_TAG =
      new Part(
          ON_THE_DAYS,
          "counted e CROSS JOIN LATERAL jsonb_each_text(e.tags) AS tag (tag_key, tag_value)",
          "true",
          DATES,
          DATE);

  /** A conversation that began earlier may have lost raw events, or has some that are not asked. */
  private static final Part BY_CONVERSATION =
      new Part(
          "e.conversation_id <> '' AND e.occurred_at >= " + DAYS_BEGIN,
          """
          counted e
          WHERE NOT EXISTS (
            SELECT FROM rollup.conversation_usage r
            WHERE r.org_id = ANY ($1::text[]) AND %s AND %s AND r.first_message_at < %s)"""
              .formatted(
                  equal("r", "e", without(keysOf(RollupTables.CONVERSATION), "user_id")),
                  OF_THE_USER,
                  DAYS_BEGIN),
          "min(e.occurred_at) < " + DAYS_END,
          "r.first_message_at >= " + DAYS_BEGIN + " AND r.first_message_at < " + DAYS_END,
          "$2::date");

  static final List<ComparisonSql> BY_DAY =
      List.of(
          of(RollupTables.ORG_DAILY, BY_DATE),
          of(RollupTables.ORG_USER_DAILY, BY_DATE),
          of(RollupTables.ORG_QUARTER_HOUR, BY_QUARTER_HOUR),
          of(RollupTables.ORG_TAG_DAILY, BY_TAG));

  static final ComparisonSql OF_CONVERSATIONS = of(RollupTables.CONVERSATION, BY_CONVERSATION);

  private static ComparisonSql of(RollupTable<?> table, Part part) {
    List<String> keys = keysOf(table);
    List<String> counters = table.counters().stream().map(c -> c.column().name()).toList();
    String sides =
        "truth AS MATERIALIZED (\n%s),\nrolled AS MATERIALIZED (\n%s)"
            .formatted(truth(keys, counters, part), rolled(table, keys, counters, part));
    return new ComparisonSql(
        counted(part, OVERDUE) + sides + differences(table, part, keys, counters),
        counted(part, "false") + sides + repair(table, part, keys, counters));
  }

  private static String counted(Part part, String more) {
    return "WITH "
        + COUNTED.formatted(RawColumns.durationBucket(), part.rows, COMPLETE, more)
        + ",\n";
  }

  private static String truth(List<String> keys, List<String> counters, Part part) {
    String columns =
        Stream.concat(keys.stream(), counters.stream())
            .map(column -> RawColumns.of(column) + " AS " + column)
            .collect(Collectors.joining(", "));
    String groups =
        IntStream.rangeClosed(1, keys.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM %s GROUP BY %s HAVING %s"
        .formatted(columns, part.source, groups, part.having);
  }

  private static String rolled(
      RollupTable<?> table, List<String> keys, List<String> counters, Part part) {
    return "SELECT %s, %s FROM rollup.%s r WHERE r.org_id = ANY ($1::text[]) AND %s AND %s"
        .formatted(
            list(keys, UnaryOperator.identity()),
            list(counters, UnaryOperator.identity()),
            table.name(),
            part.rolled,
            COMPLETE);
  }

  private static String differences(
      RollupTable<?> table, Part part, List<String> keys, List<String> counters) {
    return """

        SELECT '%1$s' AS rollup, org_id, %2$s AS date, count(*) AS differing,
          sum(coalesce(r.request_count, 0) - coalesce(t.request_count, 0))::bigint AS requests,
          sum(coalesce(r.cost_nanos, 0) - coalesce(t.cost_nanos, 0)) AS cost_nanos,
          sum(abs(coalesce(r.cost_nanos, 0) - coalesce(t.cost_nanos, 0))) AS absolute_cost_nanos
        FROM truth t FULL JOIN rolled r USING (%3$s)
        WHERE ((%4$s) IS DISTINCT FROM (%5$s) AND NOT (%7$s)%8$s)%6$s
        GROUP BY 2, 3 ORDER BY 2, 3"""
        .formatted(
            table.name(),
            part.date,
            list(keys, UnaryOperator.identity()),
            list(sums(counters), "t."::concat),
            list(sums(counters), "r."::concat),
            keys.contains("user_id") ? NOT_BEING_ERASED : "",
            sums(counters).stream()
                .filter(column -> !column.equals("duration_buckets"))
                .map("coalesce(t.%1$s, 0) = 0 AND coalesce(r.%1$s, 0) = 0"::formatted)
                .collect(Collectors.joining(" AND ")),
            counters.equals(sums(counters)) ? "" : OTHER_TIMES);
  }

  /** A revision that takes an event out of a row leaves its time there, and may leave no sum. */
  private static List<String> sums(List<String> counters) {
    return counters.stream().filter(column -> !column.endsWith("_message_at")).toList();
  }

  private static String repair(
      RollupTable<?> table, Part part, List<String> keys, List<String> counters) {
    String columns =
        list(Stream.concat(keys.stream(), counters.stream()).toList(), UnaryOperator.identity());
    return """
        ,
        changed AS MATERIALIZED (
          SELECT %3$s, %5$s FROM truth t FULL JOIN rolled r USING (%3$s)
          WHERE (%5$s) IS DISTINCT FROM (%6$s)),
        gone AS (
          DELETE FROM rollup.%1$s AS r USING changed c
          WHERE c.request_count IS NULL AND %2$s AND r.org_id = ANY ($1::text[]) AND %8$s
          RETURNING 1),
        repaired AS (
          INSERT INTO rollup.%1$s (%4$s)
          SELECT %4$s FROM changed WHERE request_count IS NOT NULL
          ON CONFLICT (%3$s) DO UPDATE SET %7$s RETURNING 1)
        SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM repaired) AS changed"""
        .formatted(
            table.name(),
            equal("r", "c", keys),
            list(keys, UnaryOperator.identity()),
            columns,
            list(counters, "t."::concat),
            list(counters, "r."::concat),
            list(counters, counter -> counter + " = EXCLUDED." + counter),
            part.rolled);
  }

  private static List<String> keysOf(RollupTable<?> table) {
    return table.keyColumns().stream().map(column -> column.name()).toList();
  }

  private static List<String> without(List<String> columns, String one) {
    return columns.stream().filter(column -> !column.equals(one)).toList();
  }

  private static String equal(String left, String right, List<String> columns) {
    return columns.stream()
        .map(column -> left + "." + column + " = " + right + "." + column)
        .collect(Collectors.joining(" AND "));
  }

  private static String list(List<String> columns, UnaryOperator<String> form) {
    return columns.stream().map(form).collect(Collectors.joining(", "));
  }
}

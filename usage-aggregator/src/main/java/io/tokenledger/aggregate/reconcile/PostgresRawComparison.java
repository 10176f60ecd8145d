package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.hours.HoursSql;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rollups held against the raw events that they count, both sides in one statement and one
 * snapshot. What was stored less than an hour ago and is not counted yet is on neither side, so
 * that the comparison is exact while events flow. While it cannot be, as partitions were added,
 * comparing and repairing fail with {@link PartitionsAdded}.
 */
@ApplicationScoped
class PostgresRawComparison {

  private static final String COMPLETE_FROM = "SELECT complete_from FROM raw.complete_days";

  private static final String FIRST_DAY =
      """
      SELECT least(
        (SELECT min(usage_date) FROM rollup.org_daily_usage),
        (SELECT min(day) - 1 FROM raw.days_before('infinity') AS day),
        (SELECT min(occurred_from) FROM raw.far_event_day WHERE org_id <> ''),
        current_date)""";

  private static final String FAR_DAYS =
      """
      SELECT DISTINCT key_day FROM raw.far_event_day
      WHERE (org_id = ANY ($1::text[]) OR org_id = '')
        AND occurred_from <= $3::date AND occurred_to >= $2::date""";

  private static final String KEY_DAYS = "SELECT day FROM raw.days_before('infinity') AS day";

  private static final String CALLS_BY_ORG =
      """
      SELECT org_id, coalesce(calls, 0)::bigint AS calls
      FROM (
        SELECT org_id FROM rollup.counted_source
        UNION SELECT org_id FROM rollup.org_daily_usage) AS org
      LEFT JOIN (
        SELECT org_id, least(sum(request_count), 9223372036854775807) AS calls
        FROM rollup.org_daily_usage WHERE usage_date BETWEEN $1 AND $2 GROUP BY org_id) AS usage
        USING (org_id)
      ORDER BY org_id""";

  /** Each batch writes to this table first: it waits, and what is under way is waited for. */
  private static final String PAUSE_COUNTING =
      "LOCK TABLE rollup.consumer_position IN SHARE ROW EXCLUSIVE MODE";

  /**
   * The snapshot is then taken before the first statement is planned. Otherwise each takes its own
   * afterwards, and sees the rollups of a day whose partition of raw events its plan does not have.
   */
  private static final String ONE_SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private static final String COUNT_OVERDUE =
      """
      INSERT INTO rollup.counted_source AS c
      SELECT org_id, source_topic_id, source_partition, max(source_offset)
      FROM raw.recorded_usage
      WHERE event_key >= $4 AND event_key < $5 AND ($1 = '' OR org_id = $1)
        AND occurred_at >= ($2::date)::timestamp AT TIME ZONE 'UTC'
        AND occurred_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC'
        AND (recorded_at < now() - interval '1 hour'
          OR source_topic_id <> (SELECT epoch FROM raw.current_source))
      GROUP BY org_id, source_topic_id, source_partition
      ON CONFLICT (org_id, source_topic_id, source_partition)
      DO UPDATE SET counted_through = greatest(c.counted_through, EXCLUDED.counted_through)""";

  private final Clock clock = Clock.systemUTC();
  private final Pool pool;
  private final PostgresRecordedTopic recorded;

  PostgresRawComparison(Pool pool, PostgresRecordedTopic recorded) {
    this.pool = pool;
    this.recorded = recorded;
  }

  /** The first day of which every raw event is still kept; nothing before it can be compared. */
  Uni<LocalDate> completeFrom() {
    return day(COMPLETE_FROM);
  }

  /** No raw event and no rollup is of a day before; today when there is none. */
  Uni<LocalDate> firstDay() {
    return day(FIRST_DAY);
  }

  /**
   * Takes what was stored more than an hour ago as counted, so that it is repaired: for messages of
   * {@code usage.recorded} that were lost and will not come. Of the same org and source, what was
   * stored earlier and is of other days is overdue, too, and is a drift until these are rebuilt.
   * One day of keys after the other: a number is only raised, and no transaction locks every day.
   *
   * @param orgId empty for every org
   */
  Uni<Void> countOverdue(String orgId, DayRange days) {
    return pool.query(KEY_DAYS)
        .execute()
        .onItem()
        .transformToMulti(keyDays -> Multi.createFrom().iterable(keyDays))
        .onItem()
        .transformToUniAndConcatenate(row -> countOverdue(orgId, days, row.getLocalDate("day")))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> countOverdue(String orgId, DayRange days, LocalDate keyDay) {
    Tuple parameters =
        Tuple.of(
            orgId,
            days.from(),
            days.to(),
            KeyDays.firstKeyOf(keyDay),
            KeyDays.firstKeyOf(keyDay.plusDays(1)));
    return pool.withTransaction(
        connection ->
            pauseCounting(connection)
                .chain(() -> connection.preparedQuery(COUNT_OVERDUE).execute(parameters))
                .replaceWithVoid());
  }

  /** Every org that has been counted with its calls of these days, in the order of the orgs. */
  Uni<Map<String, Long>> callsByOrg(DayRange days) {
    return pool.preparedQuery(CALLS_BY_ORG)
        .execute(Tuple.of(days.from(), days.to()))
        .map(
            rows -> {
              Map<String, Long> calls = new LinkedHashMap<>();
              rows.forEach(row -> calls.put(row.getString("org_id"), row.getLong("calls")));
              return calls;
            });
  }

  /** Where the rollups by day differ from the raw events. */
  Uni<List<Drift>> driftOfDays(List<String> orgs, DayRange days) {
    return drift(
        statements(ComparisonSql.BY_DAY, ComparisonSql::differences, HoursSql.DIFFERENCES),
        orgs,
        days,
        days);
  }

  /** Where the conversations that began on these days differ from the raw events. */
  Uni<List<Drift>> driftOfConversations(List<String> orgs, DayRange days) {
    return drift(
        List.of(ComparisonSql.OF_CONVERSATIONS.differences()), orgs, days, days.untilNow(clock));
  }

  /**
   * Makes the rollups by day what the raw events say, in one transaction during which nothing is
   * counted. A row that is right is not touched. Hours that are wrong are left to be settled again.
   *
   * @return the rows that were added, changed or removed, or will be
   */
  Uni<Long> repairDays(List<String> orgs, DayRange days) {
    return repair(
        statements(ComparisonSql.BY_DAY, ComparisonSql::repair, HoursSql.UNSETTLE),
        orgs,
        days,
        days);
  }

  /** The same for conversations that began on these days. */
  Uni<Long> repairConversations(List<String> orgs, DayRange days) {
    return repair(
        List.of(ComparisonSql.OF_CONVERSATIONS.repair()), orgs, days, days.untilNow(clock));
  }

  /** Hours last: they follow from quarters. */
  private static List<String> statements(
      List<ComparisonSql> rollups, Function<ComparisonSql, String> form, String ofHours) {
    return Stream.concat(rollups.stream().map(form), Stream.of(ofHours)).toList();
  }

  private Uni<LocalDate> day(String sql) {
    return pool.preparedQuery(sql).execute().map(rows -> Rows.only(rows).getLocalDate(0));
  }

  private Uni<List<Drift>> drift(
      List<String> statements, List<String> orgs, DayRange days, DayRange occurred) {
    return pool.withTransaction(
        connection ->
            connection
                .query(ONE_SNAPSHOT + "; " + ComparisonSql.NO_NESTED_LOOPS)
                .execute()
                .chain(() -> recorded.requireOrder(connection))
                .chain(() -> keysOf(connection, orgs, occurred))
                .chain(
                    keys ->
                        rowsOf(connection, statements, keys, orgs, days)
                            .map(PostgresRawComparison::driftOf)
                            .collect()
                            .asList()));
  }

  private Uni<Long> repair(
      List<String> statements, List<String> orgs, DayRange days, DayRange occurred) {
    return pool.withTransaction(
        connection ->
            pauseCounting(connection)
                .chain(() -> connection.query(ComparisonSql.NO_NESTED_LOOPS).execute())
                .chain(() -> keysOf(connection, orgs, occurred))
                .chain(
                    keys ->
                        rowsOf(connection, statements, keys, orgs, days)
                            .map(row -> row.getLong("changed"))
                            .collect()
                            .with(Collectors.summingLong(Long::longValue))));
  }

  private Uni<Void> pauseCounting(SqlConnection connection) {
    return connection
        .query(PAUSE_COUNTING)
        .execute()
        .chain(() -> recorded.requireOrder(connection));
  }

  /** Asked after counting was paused, or in the snapshot of the comparison. */
  private static Uni<KeyDays> keysOf(
      SqlConnection connection, List<String> orgs, DayRange occurred) {
    KeyDays.Run run = new KeyDays.Run(occurred.from(), occurred.to());
    return connection
        .preparedQuery(FAR_DAYS)
        .execute(Tuple.of(orgs.toArray(String[]::new), run.first(), run.last()))
        .map(far -> KeyDays.of(List.of(run), Rows.all(far, row -> row.getLocalDate(0))));
  }

  /** One statement after another. */
  private static Multi<Row> rowsOf(
      SqlConnection connection,
      List<String> statements,
      KeyDays keys,
      List<String> orgs,
      DayRange days) {
    return Multi.createFrom()
        .iterable(statements)
        .onItem()
        .transformToUniAndConcatenate(
            sql -> {
              Tuple parameters = Tuple.of(orgs.toArray(String[]::new), days.from(), days.to());
              String named =
                  sql.contains(KeyDays.CONDITION)
                      ? keys.in(sql, "e.event_key", key -> "$" + parameters.addUUID(key).size())
                      : sql;
              return connection.preparedQuery(named).execute(parameters);
            })
        .onItem()
        .transformToMultiAndConcatenate(rows -> Multi.createFrom().iterable(rows));
  }

  private static Drift driftOf(Row row) {
    return new Drift(
        row.getString("rollup"),
        row.getString("org_id"),
        row.getLocalDate("date"),
        row.getLong("differing"),
        row.getLong("requests"),
        row.getBigDecimal("cost_nanos").toBigIntegerExact(),
        row.getBigDecimal("absolute_cost_nanos").toBigIntegerExact());
  }
}

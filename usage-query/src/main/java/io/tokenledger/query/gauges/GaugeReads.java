package io.tokenledger.query.gauges;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what the gauges tell. */
@ApplicationScoped
class GaugeReads {

  private final Clock clock = Clock.systemUTC();
  private final Pool pool;

  GaugeReads(Pool pool) {
    this.pool = pool;
  }

  /** PostgreSQL's statistics of the database, by their names in it. */
  Uni<Map<String, Long>> database() {
    return pool.query(GaugeSql.DATABASE).execute().map(rows -> figures(Rows.only(rows)));
  }

  /** The bytes of each of the ledger's schemas. */
  Uni<Map<String, Long>> schemas() {
    return pool.query(GaugeSql.SCHEMAS).execute().map(GaugeReads::sizes);
  }

  /**
   * Budgets, held against what this month has taken of them.
   *
   * @param mostOrgs those that have used most of their budget first
   */
  Uni<List<SpentBudget>> budgets(int mostOrgs) {
    return pool.withTransaction(connection -> budgets(connection, mostOrgs));
  }

  private Uni<List<SpentBudget>> budgets(SqlConnection connection, int mostOrgs) {
    return connection
        .query(GaugeSql.SET_EVERY_ORG)
        .execute()
        .map(rows -> SpentSql.read(monthsIn(Rows.only(rows)), mostOrgs))
        .chain(read -> connection.preparedQuery(read.sql()).execute(read.parameters()))
        .map(rows -> Rows.all(rows, GaugeReads::toSpentBudget));
  }

  /**
   * The month that it is in each of the zones. Of one that this Java does not know, as another
   * version wrote it, nothing is spent; the budgets of others are told all the same.
   */
  private List<DateRange> monthsIn(Row zones) {
    return Stream.of(zones.getArrayOfStrings("zones"))
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .map(ZoneId::of)
        .map(zone -> DateRange.ofMonth(YearMonth.now(clock.withZone(zone)), zone))
        .toList();
  }

  private static SpentBudget toSpentBudget(Row row) {
    return new SpentBudget(
        row.getString("org_id"), row.getLong("monthly_nanos"), row.getBigDecimal("spent_nanos"));
  }

  private static Map<String, Long> figures(Row row) {
    Map<String, Long> figures = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      figures.put(row.getColumnName(i), ((Number) row.getValue(i)).longValue());
    }
    return figures;
  }

  private static Map<String, Long> sizes(RowSet<Row> rows) {
    return Rows.map(rows, row -> row.getString("schema"), row -> row.getLong("size_bytes"));
  }
}

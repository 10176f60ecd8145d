package io.tokenledger.query.gauges;

import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.days.DaysAndParts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What orgs with a budget have spent in a month of their time zone: as for a report, whole UTC days
 * from the rollup by day, and the ends of the month from quarters of an hour.
 */
final class SpentSql {

  private final List<String> dayZones = new ArrayList<>();
  private final List<LocalDate> firstDays = new ArrayList<>();
  private final List<LocalDate> endDays = new ArrayList<>();
  private final List<String> partZones = new ArrayList<>();
  private final List<Instant> partStarts = new ArrayList<>();
  private final List<Instant> partEnds = new ArrayList<>();

  private SpentSql() {}

  /**
   * @param months one for each time zone that an org has
   * @param mostOrgs those that have used most of their budget first
   */
  static ScopedReads.Read read(List<DateRange> months, int mostOrgs) {
    SpentSql sql = new SpentSql();
    months.forEach(sql::add);
    return sql.read(mostOrgs);
  }

  private void add(DateRange month) {
    String zone = month.zone().getId();
    DaysAndParts pieces = DaysAndParts.between(month.bounds());
    for (DaysAndParts.Days days : pieces.days()) {
      dayZones.add(zone);
      firstDays.add(days.first());
      endDays.add(days.end());
    }
    for (DaysAndParts.Part part : pieces.parts()) {
      partZones.add(zone);
      partStarts.add(part.start());
      partEnds.add(part.end());
    }
  }

  /** OFFSET 0: each run of an org is read by itself, from the index. */
  private ScopedReads.Read read(int mostOrgs) {
    Statement statement = new Statement();
    return statement.read(
        """
        WITH budget AS (
          SELECT org_id, monthly_nanos, time_zone
          FROM access.budget JOIN access.org USING (org_id)),
        spent AS (
          SELECT org_id, cost_nanos
          FROM budget
          JOIN unnest(%s, %s, %s) AS run (time_zone, first_day, end_day) USING (time_zone)
          CROSS JOIN LATERAL (
            SELECT cost_nanos FROM rollup.org_daily_usage AS usage
            WHERE usage.org_id = budget.org_id
              AND usage_date >= first_day AND usage_date < end_day OFFSET 0) AS day
          UNION ALL
          SELECT org_id, cost_nanos
          FROM budget
          JOIN unnest(%s, %s, %s) AS run (time_zone, run_start, run_end) USING (time_zone)
          CROSS JOIN LATERAL (
            SELECT cost_nanos FROM rollup.org_quarter_hour_usage AS usage
            WHERE usage.org_id = budget.org_id
              AND bucket_start >= run_start AND bucket_start < run_end OFFSET 0) AS part)
        SELECT org_id, monthly_nanos, coalesce(sum(cost_nanos), 0) AS spent_nanos
        FROM budget LEFT JOIN spent USING (org_id)
        GROUP BY org_id, monthly_nanos
        ORDER BY coalesce(sum(cost_nanos), 0) / monthly_nanos DESC, org_id
        LIMIT %s"""
            .formatted(
                statement.bind(dayZones.toArray(String[]::new), "text[]"),
                statement.bind(firstDays.toArray(LocalDate[]::new), "date[]"),
                statement.bind(endDays.toArray(LocalDate[]::new), "date[]"),
                statement.bind(partZones.toArray(String[]::new), "text[]"),
                statement.bindTimes(partStarts),
                statement.bindTimes(partEnds),
                statement.bind(mostOrgs, "int")));
  }
}

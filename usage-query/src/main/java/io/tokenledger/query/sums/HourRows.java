package io.tokenledger.query.sums;

import io.tokenledger.query.postgres.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Rows of one org for {@link HourRun}s: of the days that are settled by hours and runs of six, of
 * all others by quarters. Which are is asked in the statement itself, so in the same snapshot.
 *
 * @param org the parameter
 */
record HourRows(Statement statement, UsageSource source, String org) {

  /** From where the rows of {@code part} come, with the runs they are in. */
  String of(List<HourRun> runs) {
    return "FROM (\n  SELECT run.* FROM unnest(%s, %s, %s, %s, %s, %s)\n"
            .formatted(
                statement.bindTimes(runs.stream().map(HourRun::start).toList()),
                statement.bindTimes(runs.stream().map(HourRun::end).toList()),
                bind(runs, HourRun::hours, Integer[]::new, "int[]"),
                bind(runs, run -> run.settled().orElse(null), Boolean[]::new, "boolean[]"),
                bind(runs, HourRun::from, Integer[]::new, "int[]"),
                bind(runs, HourRun::to, Integer[]::new, "int[]"))
        + """
            AS run (run_start, run_end, run_hours, run_settled, taken_from, given_to)
          LEFT JOIN rollup.org_hours_day AS day
            ON day.org_id = %1$s AND day.usage_date = (run_start AT TIME ZONE 'UTC')::date
          WHERE run_settled IS NULL OR run_settled = coalesce(day.settled, false) OFFSET 0) AS run
        CROSS JOIN LATERAL (
          SELECT %2$s FROM %3$s
          WHERE run_hours = %4$d AND org_id = %1$s AND bucket_start >= run_start AND bucket_start < run_end
          UNION ALL
          SELECT %2$s FROM rollup.org_hours_usage
          WHERE run_hours <> %4$d AND hours = run_hours
            AND org_id = %1$s AND bucket_start >= run_start AND bucket_start < run_end OFFSET 0) AS part
        WHERE true"""
            .formatted(org, source.columnsOfParts(), source.parts(), HourRun.QUARTERS);
  }

  private <T> String bind(
      List<HourRun> runs, Function<HourRun, T> value, IntFunction<T[]> array, String type) {
    return statement.bind(runs.stream().map(value).toArray(array), type);
  }
}

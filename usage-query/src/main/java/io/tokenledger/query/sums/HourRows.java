package io.tokenledger.query.sums;

import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.days.DaysAndParts;
import io.tokenledger.query.sums.days.HourRun;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Rows of one org of parts of days: of the days that are settled by hours and runs of six, of all
 * others by quarters. Which are is asked in the statement itself, so in the same snapshot.
 *
 * @param org the parameter
 * @param columns to tell apart by; hours do not tell all of them
 */
record HourRows(Statement statement, UsageSource source, String org, List<String> columns) {

  private static final Set<String> TOLD_BY_HOURS = Set.of("provider", "model_name", "feature");

  /**
   * From where rows of parts come that stay where they are.
   *
   * @param bounds of the spans
   */
  String of(List<DaysAndParts.Part> parts, List<Instant> bounds) {
    return byHours()
        ? inEitherForm(parts.stream().flatMap(part -> HourRun.of(part, bounds).stream()).toList())
        : byQuarters(parts.stream().map(HourRun::ofQuarters).toList());
  }

  /** The same of moves, with {@code taken_from} and {@code given_to}. */
  String of(List<DaysAndParts.Move> moves) {
    return byHours()
        ? inEitherForm(moves.stream().flatMap(move -> HourRun.of(move).stream()).toList())
        : byQuarters(moves.stream().map(HourRun::ofQuarters).toList());
  }

  private boolean byHours() {
    return TOLD_BY_HOURS.containsAll(columns);
  }

  /** OFFSET 0: each run is read by itself, so never more of an org than lies in the runs. */
  private String byQuarters(List<HourRun> runs) {
    return "FROM "
        + bind(runs)
        + """

        CROSS JOIN LATERAL (
          SELECT * FROM %s
          WHERE org_id = %s AND bucket_start >= run_start AND bucket_start < run_end OFFSET 0) AS part
        WHERE true"""
            .formatted(source.parts(), org);
  }

  private String inEitherForm(List<HourRun> runs) {
    String told = source.time() + ", provider, model_name, feature, " + source.ofParts();
    return "FROM (\n  SELECT run.* FROM "
        + bind(runs)
        + """

          LEFT JOIN rollup.org_hours_day AS day
            ON day.org_id = %1$s AND day.usage_date = (run_start AT TIME ZONE 'UTC')::date
          WHERE run_settled IS NULL OR run_settled = coalesce(day.settled, false) OFFSET 0) AS run
        CROSS JOIN LATERAL (
          SELECT %2$s FROM %3$s
          WHERE run_hours = %4$d
            AND org_id = %1$s AND bucket_start >= run_start AND bucket_start < run_end
          UNION ALL
          SELECT %2$s FROM rollup.org_hours_usage
          WHERE run_hours <> %4$d AND hours = run_hours
            AND org_id = %1$s AND bucket_start >= run_start AND bucket_start < run_end OFFSET 0) AS part
        WHERE true"""
            .formatted(org, told, source.parts(), HourRun.QUARTERS);
  }

  private String bind(List<HourRun> runs) {
    return "unnest(%s, %s, %s, %s, %s, %s)\n    AS run (run_start, run_end, run_hours, run_settled, taken_from, given_to)"
        .formatted(
            statement.bindTimes(runs.stream().map(HourRun::start).toList()),
            statement.bindTimes(runs.stream().map(HourRun::end).toList()),
            bind(runs, HourRun::hours, Integer[]::new, "int[]"),
            bind(runs, run -> run.settled().orElse(null), Boolean[]::new, "boolean[]"),
            bind(runs, HourRun::from, Integer[]::new, "int[]"),
            bind(runs, HourRun::to, Integer[]::new, "int[]"));
  }

  private <T> String bind(
      List<HourRun> runs, Function<HourRun, T> value, IntFunction<T[]> array, String type) {
    return statement.bind(runs.stream().map(value).toArray(array), type);
  }
}

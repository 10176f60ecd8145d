package io.tokenledger.query.sums;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sums over spans of time of one org. What lies between the bounds is read once, whole days from
 * the rollup by day and the rest from the finer table of the {@link UsageSource}; an event is in
 * exactly one of the two. Texts are ordered by code point.
 */
public final class SumsStatement {

  private static final String COLLATE_C = " COLLATE \"C\"";

  private final Statement statement;
  private final UsageSource source;
  private final String usage;

  /**
   * @param statement to which this one's parameters are added
   * @param bounds of the spans, one more than there are spans
   * @param more conditions beside those of the filter, each {@code AND …}
   */
  public SumsStatement(
      Statement statement,
      UsageSource source,
      AccessScope scope,
      List<Instant> bounds,
      UsageFilter filter,
      String more) {
    this.statement = statement;
    this.source = source;
    this.usage = usage(scope, bounds, filter, more);
  }

  public SumsStatement(
      UsageSource source, AccessScope scope, List<Instant> bounds, UsageFilter filter) {
    this(new Statement(), source, scope, bounds, filter, "");
  }

  /** A row for each span and each set of values of the columns that has usage, in this order. */
  public ScopedReads.Read bySpan(String... columns) {
    return statement.read(
        "SELECT span%1$s, %2$s FROM (%3$s) AS used GROUP BY span%1$s ORDER BY span%4$s"
            .formatted(each(columns, ""), source.sums(), usage, each(columns, COLLATE_C)));
  }

  /**
   * Over all spans: the total first, in which every column is NULL, then the groups of each set of
   * columns by cost, in which the columns of the others are NULL. What is read is folded once by
   * all columns, so that each set has few rows to add up.
   */
  public ScopedReads.Read ranked(int limit, List<List<String>> columnSets) {
    return ranked(limit, columnSets, UnaryOperator.identity());
  }

  /** The same within a statement that goes on with it. */
  public ScopedReads.Read ranked(
      int limit, List<List<String>> columnSets, UnaryOperator<String> within) {
    String columns =
        columnSets.stream().flatMap(List::stream).distinct().collect(Collectors.joining(", "));
    String sets =
        columnSets.stream()
            .map(set -> "(" + String.join(", ", set) + ")")
            .collect(Collectors.joining(", "));
    String ranked =
        """
        SELECT * FROM (
          SELECT %1$s, %2$s, grouping(%1$s) AS grouped_by,
            row_number() OVER (PARTITION BY grouping(%1$s)
              ORDER BY sum(cost_nanos) DESC, sum(request_count) DESC, %3$s) AS place
          FROM (SELECT %1$s, %2$s FROM (%4$s) AS used GROUP BY %1$s) AS folded
          GROUP BY GROUPING SETS ((), %5$s)) AS groups
        WHERE place <= %6$s
        ORDER BY grouped_by DESC, place"""
            .formatted(
                columns,
                source.sums(),
                columns.replace(", ", COLLATE_C + ", ") + COLLATE_C,
                usage,
                sets,
                statement.bind(limit, "int"));
    return statement.read(within.apply(ranked));
  }

  private static String each(String[] columns, String suffix) {
    return Stream.of(columns).map(column -> ", " + column + suffix).collect(Collectors.joining());
  }

  private String usage(AccessScope scope, List<Instant> bounds, UsageFilter filter, String more) {
    DaysAndParts pieces = DaysAndParts.between(bounds);
    String conditions =
        statement.filter("provider", filter.provider())
            + statement.filter("model_name", filter.modelName())
            + statement.filter("feature", filter.feature())
            + more;
    String org = statement.bind(scope.soleOrg(), "text");
    String starts = statement.bindTimes(bounds);
    List<String> reads = new ArrayList<>();
    if (!pieces.days().isEmpty()) {
      reads.add(days(pieces.days(), org, starts) + conditions);
    }
    if (!pieces.parts().isEmpty()) {
      reads.add(parts(pieces.parts(), org, starts) + conditions);
    }
    return String.join("\nUNION ALL\n", reads);
  }

  private String days(List<DaysAndParts.Days> days, String org, String starts) {
    return """
        SELECT width_bucket(usage_date::timestamp AT TIME ZONE 'UTC', %s) - 1 AS span, %s
        FROM unnest(%s, %s) AS run (first_day, end_day)
        JOIN %s ON usage_date >= first_day AND usage_date < end_day
        WHERE org_id = %s"""
        .formatted(
            starts,
            source.dayColumns(),
            bindDates(days, DaysAndParts.Days::first),
            bindDates(days, DaysAndParts.Days::end),
            source.days(),
            org);
  }

  /** OFFSET 0: each run is read by itself, so never more of an org than lies in the runs. */
  private String parts(List<DaysAndParts.Part> parts, String org, String starts) {
    return """
        SELECT width_bucket(%1$s, %2$s) - 1 AS span, %3$s
        FROM unnest(%4$s, %5$s) AS run (run_start, run_end)
        CROSS JOIN LATERAL (
          SELECT * FROM %6$s
          WHERE %1$s >= run_start AND %1$s < run_end AND org_id = %7$s OFFSET 0) AS part
        WHERE true"""
        .formatted(
            source.time(),
            starts,
            source.partColumns(),
            statement.bindTimes(parts.stream().map(DaysAndParts.Part::start).toList()),
            statement.bindTimes(parts.stream().map(DaysAndParts.Part::end).toList()),
            source.parts(),
            org);
  }

  private String bindDates(
      List<DaysAndParts.Days> days, Function<DaysAndParts.Days, LocalDate> end) {
    return statement.bind(days.stream().map(end).toArray(LocalDate[]::new), "date[]");
  }
}

package io.tokenledger.query.sums;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.service.postgres.KeyDays;
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

  /** A row for each span that has usage, in their order. */
  public ScopedReads.Read bySpan() {
    return statement.read(spans());
  }

  /**
   * A row for each span and each set of values of the columns that has usage, in this order.
   *
   * @param most how many rows
   */
  public ScopedReads.Read bySpan(int most, String... columns) {
    return statement.read(spans(columns) + " LIMIT " + statement.bind(most, "int"));
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
    List<String> columns = columnSets.stream().flatMap(List::stream).distinct().toList();
    String keys = String.join(", ", columns);
    String inOrder = String.join(COLLATE_C + ", ", columns) + COLLATE_C;
    String sets =
        columnSets.stream()
            .map(set -> "(" + String.join(", ", set) + ")")
            .collect(Collectors.joining(", "));
    String sums = source.sums();
    String folded =
        "SELECT " + keys + ", " + sums + " FROM (" + usage + ") AS used GROUP BY " + keys;
    String ranked =
        lines(
            "SELECT * FROM (",
            "  SELECT " + keys + ", " + sums + ", grouping(" + keys + ") AS grouped_by,",
            "    row_number() OVER (PARTITION BY grouping(" + keys + ")",
            "      ORDER BY sum(cost_nanos) DESC, sum(request_count) DESC, "
                + inOrder
                + ") AS place",
            "  FROM (" + folded + ") AS folded",
            "  GROUP BY GROUPING SETS ((), " + sets + ")) AS groups",
            "WHERE place <= " + statement.bind(limit, "int"),
            "ORDER BY grouped_by DESC, place");
    return statement.read(within.apply(ranked));
  }

  private String spans(String... columns) {
    String keys = Stream.of(columns).map(column -> ", " + column).collect(Collectors.joining());
    String order =
        Stream.of(columns).map(column -> ", " + column + COLLATE_C).collect(Collectors.joining());
    return "SELECT span"
        + keys
        + ", "
        + source.sums()
        + (" FROM (" + usage + ") AS used")
        + (" GROUP BY span" + keys)
        + (" ORDER BY span" + order);
  }

  private String usage(AccessScope scope, List<Instant> bounds, UsageFilter filter, String more) {
    DaysAndParts pieces = DaysAndParts.between(bounds);
    String conditions = filter.conditions(statement) + more;
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
    String firstDays = bindDates(days, DaysAndParts.Days::first);
    String endDays = bindDates(days, DaysAndParts.Days::end);
    return lines(
        "SELECT width_bucket(usage_date::timestamp AT TIME ZONE 'UTC', "
            + starts
            + ") - 1 AS span, "
            + source.dayColumns(),
        "FROM unnest(" + firstDays + ", " + endDays + ") AS run (first_day, end_day)",
        "JOIN " + source.days() + " ON usage_date >= first_day AND usage_date < end_day",
        "WHERE org_id = " + org);
  }

  /** OFFSET 0: each run is read by itself, so never more of an org than lies in the runs. */
  private String parts(List<DaysAndParts.Part> parts, String org, String starts) {
    String time = source.time();
    String partStarts = statement.bindTimes(parts.stream().map(DaysAndParts.Part::start).toList());
    String partEnds = statement.bindTimes(parts.stream().map(DaysAndParts.Part::end).toList());
    return lines(
        "SELECT width_bucket(" + time + ", " + starts + ") - 1 AS span, " + source.partColumns(),
        "FROM unnest(" + partStarts + ", " + partEnds + ") AS run (run_start, run_end)",
        "CROSS JOIN LATERAL (",
        "  SELECT * FROM " + source.parts(),
        "  WHERE "
            + (source.partsAreEvents() ? keysOf(parts) + " AND " : "")
            + time
            + " >= run_start AND "
            + time
            + " < run_end AND org_id = "
            + org
            + " OFFSET 0) AS part",
        "WHERE true");
  }

  private String keysOf(List<DaysAndParts.Part> parts) {
    parts.forEach(part -> statement.keysOf(part.start(), part.end()));
    return KeyDays.CONDITION;
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private String bindDates(
      List<DaysAndParts.Days> days, Function<DaysAndParts.Days, LocalDate> end) {
    return statement.bind(days.stream().map(end).toArray(LocalDate[]::new), "date[]");
  }
}

package io.tokenledger.query.sums;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sums over spans of time of one org. Whole days are read from the rollup by day and the rest from
 * the finer table of the {@link UsageSource}; an event counts in exactly one span. Texts are
 * ordered by code point.
 */
public final class SumsStatement {

  private static final String COLLATE_C = " COLLATE \"C\"";

  /** A revision, or a move, may leave a group with nothing in it. */
  private static final String WITH_USAGE = " HAVING sum(request_count) > 0";

  private final Statement statement;
  private final UsageSource source;
  private final UsageRows rows;

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
    this.rows = new UsageRows(statement, source, scope, bounds, filter, more);
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
        "SELECT "
            + keys
            + ", "
            + sums
            + (" FROM (" + rows.by(columns) + ") AS used")
            + (" GROUP BY " + keys + WITH_USAGE);
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
        + (" FROM (" + rows.by(List.of(columns)) + ") AS used")
        + (" GROUP BY span" + keys + WITH_USAGE)
        + (" ORDER BY span" + order);
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }
}

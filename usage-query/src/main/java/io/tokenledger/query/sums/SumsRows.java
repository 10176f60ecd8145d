package io.tokenledger.query.sums;

import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Converts the rows of {@link SumsStatement}. */
public final class SumsRows {

  private SumsRows() {}

  /** The first row. */
  public static UsageSums totalOf(RowSet<Row> rows) {
    return SumsColumns.toSums(Rows.only(rows));
  }

  /** The groups of one column that is a set of its own. */
  public static List<Keyed<String>> groupsOf(RowSet<Row> rows, String column) {
    return groupsOf(rows, column, row -> row.getString(column));
  }

  /** The groups of a set of columns, of which {@code column} is one that no other set has. */
  public static <K> List<Keyed<K>> groupsOf(RowSet<Row> rows, String column, Function<Row, K> key) {
    return Rows.stream(rows)
        .filter(row -> row.getString(column) != null)
        .map(row -> new Keyed<>(key.apply(row), SumsColumns.toSums(row)))
        .toList();
  }

  /** Of {@link SumsStatement#bySpan} over one span, which has no row when it has no usage. */
  public static UsageSums sumsOfOneSpan(RowSet<Row> rows) {
    return Rows.first(rows, SumsColumns::toSums).orElse(UsageSums.NONE);
  }

  /**
   * @param column what is told apart, if anything is
   */
  public static SpanSums toSpan(Row row, Optional<String> column) {
    return new SpanSums(
        row.getInteger("span"), column.map(row::getString).orElse(""), SumsColumns.toSums(row));
  }

  /** Of a statement by day, provider, model and feature. */
  public static DailyUsage toDailyUsage(String orgId, DateRange range, Row row) {
    return new DailyUsage(
        orgId,
        range.from().plusDays(row.getInteger("span")),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        SumsColumns.toSums(row));
  }
}

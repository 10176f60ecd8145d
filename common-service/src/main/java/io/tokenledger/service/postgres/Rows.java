package io.tokenledger.service.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a statement answered, row by row. */
public final class Rows {

  private Rows() {}

  /** Of a statement that always answers one row. */
  public static Row only(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  /** Empty when there is no row. */
  public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> fromRow) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(fromRow.apply(only(rows)));
  }

  public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> fromRow) {
    return stream(rows).map(fromRow).toList();
  }

  /** Of a column that may be NULL. */
  public static OptionalLong number(Row row, String column) {
    Long value = row.getLong(column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * @param key of which no two rows have the same
   */
  public static <K, V> Map<K, V> map(
      RowSet<Row> rows, Function<Row, K> key, Function<Row, V> value) {
    return stream(rows).collect(Collectors.toMap(key, value));
  }

  public static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}

package io.tokenledger.aggregate.postgres;

import io.tokenledger.aggregate.RollupDelta;
import io.tokenledger.aggregate.RollupKey;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One rollup table: its key columns, its counters and the statement that adds to them.
 *
 * @param keyColumns in the order of the primary key
 * @param counters beside the key, each with how it is combined with what the row has
 * @param upsertSql with one array per column as its parameters
 */
public record RollupTable<K extends RollupKey>(
    String name,
    List<Column<Map.Entry<K, RollupDelta>>> keyColumns,
    List<Counter> counters,
    String upsertSql) {

  RollupTable(
      String name, List<Column<Map.Entry<K, RollupDelta>>> keyColumns, List<Counter> counters) {
    this(name, keyColumns, counters, upsertSql(name, keyColumns, counters));
  }

  private static <K> String upsertSql(
      String name, List<Column<Map.Entry<K, RollupDelta>>> keyColumns, List<Counter> counters) {
    List<Column<?>> columns = new ArrayList<>(keyColumns);
    counters.forEach(counter -> columns.add(counter.column()));
    String names = joined(columns.stream().map(Column::name));
    return """
        INSERT INTO rollup.%s AS r (%s)
        SELECT %s FROM unnest(%s) AS delta (%s)
        ON CONFLICT (%s) DO UPDATE SET %s"""
        .formatted(
            name,
            names,
            joined(columns.stream().map(Column::selected)),
            parameters(columns),
            names,
            joined(keyColumns.stream().map(Column::name)),
            joined(counters.stream().map(Counter::update)));
  }

  /** One array per column, the rows in key order: every transaction locks them in the same. */
  Tuple arraysOf(Map<K, RollupDelta> deltas) {
    List<Map.Entry<K, RollupDelta>> rows = deltas.entrySet().stream().sorted(keyOrder()).toList();
    Tuple arrays = Tuple.tuple();
    keyColumns.forEach(column -> arrays.addValue(column.valuesOf(rows)));
    List<RollupDelta> values = rows.stream().map(Map.Entry::getValue).toList();
    counters.forEach(counter -> arrays.addValue(counter.column().valuesOf(values)));
    return arrays;
  }

  private Comparator<Map.Entry<K, RollupDelta>> keyOrder() {
    return keyColumns.stream().map(Column::order).reduce(Comparator::thenComparing).orElseThrow();
  }

  private static String parameters(List<Column<?>> columns) {
    return joined(
        IntStream.range(0, columns.size())
            .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).sentAs() + "[]"));
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining(", "));
  }

  /**
   * A column and how it is read from a row in memory.
   *
   * @param sentAs the type of the parameter, of which an array per column is sent
   * @param selected the expression that makes the column's value of the parameter's
   */
  public record Column<R>(
      String name,
      String sentAs,
      String selected,
      Function<Integer, Object[]> array,
      Function<R, Object> value) {

    Object[] valuesOf(List<R> rows) {
      Object[] values = array.apply(rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(rows.get(i));
      }
      return values;
    }

    @SuppressWarnings("unchecked")
    Comparator<R> order() {
      return Comparator.comparing(row -> (Comparable<Object>) value.apply(row));
    }
  }

  /**
   * @param combine SQL of the row's new value; {@code %1$s} is the column's name
   */
  public record Counter(Column<RollupDelta> column, String combine) {

    String update() {
      return column.name() + " = " + combine.formatted(column.name());
    }
  }
}

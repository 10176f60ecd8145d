package io.tokenledger.aggregate.postgres;

import static java.util.stream.Collectors.joining;

import io.tokenledger.aggregate.RollupDelta;
import io.tokenledger.aggregate.RollupKey;
import io.tokenledger.service.postgres.UnnestColumn;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One rollup table: its key columns, its counters and the statement that adds to them.
 *
 * @param keyColumns in the order of the primary key
 * @param counters beside the key, each with how it is combined with what the row has
 * @param upsertSql with one array per column as its parameters
 */
public record RollupTable<K extends RollupKey & Comparable<K>>(
    String name,
    List<UnnestColumn<Map.Entry<K, RollupDelta>>> keyColumns,
    List<Counter> counters,
    String upsertSql) {

  RollupTable(
      String name,
      List<UnnestColumn<Map.Entry<K, RollupDelta>>> keyColumns,
      List<Counter> counters) {
    this(name, keyColumns, counters, upsertSql(name, keyColumns, counters));
  }

  private static <R> String upsertSql(
      String name, List<UnnestColumn<R>> keyColumns, List<Counter> counters) {
    List<UnnestColumn<?>> columns = new ArrayList<>(keyColumns);
    counters.forEach(counter -> columns.add(counter.column()));
    return UnnestColumn.insertInto("rollup." + name + " AS r", columns)
        + "\nON CONFLICT (%s) DO UPDATE SET %s"
            .formatted(
                keyColumns.stream().map(UnnestColumn::name).collect(joining(", ")),
                counters.stream().map(Counter::update).collect(joining(", ")));
  }

  /** One array per column, the rows in key order: every transaction locks them in the same. */
  Tuple arraysOf(Map<K, RollupDelta> deltas) {
    List<Map.Entry<K, RollupDelta>> rows = new ArrayList<>(deltas.entrySet());
    rows.sort(Map.Entry.comparingByKey());
    List<RollupDelta> values = rows.stream().map(Map.Entry::getValue).toList();
    Tuple arrays = Tuple.tuple();
    keyColumns.forEach(column -> column.addTo(arrays, rows));
    counters.forEach(counter -> counter.column().addTo(arrays, values));
    return arrays;
  }

  /**
   * @param combine SQL of the row's new value; {@code %1$s} is the column's name
   */
  public record Counter(UnnestColumn<RollupDelta> column, String combine) {

    String update() {
      return column.name() + " = " + combine.formatted(column.name());
    }
  }
}

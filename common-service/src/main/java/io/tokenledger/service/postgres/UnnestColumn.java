package io.tokenledger.service.postgres;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of rows that one statement writes, any number of them: an array for each column is sent,
 * of which {@code unnest} makes the rows again.
 *
 * @param <R> a row in memory
 * @param sentAs the type of the parameter's elements
 * @param storedAs the type of the column
 */
public record UnnestColumn<R>(
    String name,
    String sentAs,
    String storedAs,
    IntFunction<Object[]> array,
    Function<R, Object> value) {

  public static <R> UnnestColumn<R> of(
      String name, String type, IntFunction<Object[]> array, Function<R, Object> value) {
    return new UnnestColumn<>(name, type, type, array, value);
  }

  public static <R> UnnestColumn<R> text(String name, Function<R, Object> value) {
    return of(name, "text", String[]::new, value);
  }

  public static <R> UnnestColumn<R> number(String name, Function<R, Object> value) {
    return of(name, "bigint", Long[]::new, value);
  }

  public static <R> UnnestColumn<R> time(String name, Function<R, Instant> value) {
    return of(
        name,
        "timestamptz",
        OffsetDateTime[]::new,
        row -> value.apply(row).atOffset(ZoneOffset.UTC));
  }

  /** Of a type of which the client sends no array, or sends it at a cost. */
  public static <R> UnnestColumn<R> asText(String name, String type, Function<R, Object> value) {
    return new UnnestColumn<>(name, "text", type, String[]::new, value);
  }

  /** {@code INSERT INTO …} of all rows; what follows may name the columns by {@code batch}. */
  public static String insertInto(String table, List<? extends UnnestColumn<?>> columns) {
    String names = columns.stream().map(UnnestColumn::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(UnnestColumn::selected).collect(Collectors.joining(", "));
    String parameters =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).sentAs() + "[]")
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s)\nSELECT %s FROM unnest(%s) AS batch (%s)"
        .formatted(table, names, values, parameters, names);
  }

  public void addTo(Tuple parameters, List<R> rows) {
    parameters.addValue(valuesOf(rows));
  }

  public Object[] valuesOf(List<R> rows) {
    Object[] values = array.apply(rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    return values;
  }

  /** The expression that makes the column's value of the parameter's. */
  private String selected() {
    return sentAs.equals(storedAs) ? name : name + "::" + storedAs;
  }
}

package io.tokenledger.query.postgres;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/**
 * The parameters of a statement under construction: each value gets the next number. A filter that
 * lets everything pass gets no condition, so that the plan is made for what is asked.
 */
final class Statement {

  private final Tuple values = Tuple.tuple();

  /** What stands for the value in the text, with its type: PostgreSQL need not guess it. */
  String bind(Object value, String type) {
    values.addValue(value);
    return "$" + values.size() + "::" + type;
  }

  String bindTime(Instant time) {
    return bind(ReadParameters.fromInstant(time), "timestamptz");
  }

  String bindTimes(List<Instant> times) {
    return bind(ReadParameters.fromInstants(times), "timestamptz[]");
  }

  /** {@code AND column = …}, or nothing when the filter is the empty string. */
  String filter(String column, String value) {
    return value.isEmpty() ? "" : " AND " + column + " = " + bind(value, "text");
  }

  ScopedReads.Read read(String sql) {
    return new ScopedReads.Read(sql, values);
  }
}

package io.tokenledger.query.postgres;

import io.tokenledger.service.postgres.KeyDays;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a statement under construction: each value gets the next number. A filter that
 * lets everything pass gets no condition, so that the plan is made for what is asked.
 */
public final class Statement {

  private final Tuple values = Tuple.tuple();
  private final List<KeyDays.Run> occurred = new ArrayList<>();

  /** What stands for the value in the text, with its type: PostgreSQL need not guess it. */
  public String bind(Object value, String type) {
    values.addValue(value);
    return "$" + values.size() + "::" + type;
  }

  public String bindTime(Instant time) {
    return bind(time.atOffset(ZoneOffset.UTC), "timestamptz");
  }

  public String bindTimes(List<Instant> times) {
    OffsetDateTime[] values =
        times.stream().map(time -> time.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    return bind(values, "timestamptz[]");
  }

  /** {@code AND column = …}, or nothing when the filter is the empty string. */
  public String filter(String column, String value) {
    return value.isEmpty() ? "" : " AND " + column + " = " + bind(value, "text");
  }

  /**
   * The condition that every read of raw events has: on the keys of those that occurred from {@code
   * start} on and before {@code end}. With it stands the one on {@code occurred_at}, for the days
   * hold others, too.
   */
  public String keysOf(Instant start, Instant end) {
    occurred.add(KeyDays.Run.between(start, end));
    return KeyDays.CONDITION;
  }

  public ScopedReads.Read read(String sql) {
    return new ScopedReads.Read(sql, values, List.copyOf(occurred));
  }
}

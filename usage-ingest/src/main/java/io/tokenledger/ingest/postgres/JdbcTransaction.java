package io.tokenledger.ingest.postgres;

import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.service.postgres.UnnestColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The statements of a batch's transaction. They go by JDBC, as the reactive client has no COPY, and
 * are written as for that one: {@code $1} is the first parameter, wherever it stands.
 */
final class JdbcTransaction {

  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private static final Map<Class<?>, String> ELEMENT_TYPES =
      Map.of(
          UUID[].class, "uuid",
          String[].class, "text",
          Integer[].class, "integer",
          Long[].class, "bigint",
          LocalDate[].class, "date",
          OffsetDateTime[].class, "timestamptz",
          Boolean[].class, "boolean",
          byte[][].class, "bytea");

  private final Connection connection;

  JdbcTransaction(Connection connection) {
    this.connection = connection;
  }

  /** What a row says. */
  interface FromRow<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> select(String sql, FromRow<T> fromRow, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(fromRow.of(rows));
      }
      return all;
    }
  }

  /** Of a row that names where on Kafka it came from. */
  static SourcePosition positionOf(ResultSet row) throws SQLException {
    return new SourcePosition(
        row.getObject("source_topic_id", UUID.class),
        row.getInt("source_partition"),
        row.getLong("source_offset"));
  }

  /**
   * @return how many rows it changed
   */
  int execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.execute();
      return statement.getUpdateCount();
    }
  }

  /** Adds the rows, in their order, by COPY: it fails when one is there. */
  <R> void copy(String table, List<UnnestColumn<R>> columns, List<R> rows) throws SQLException {
    String names = columns.stream().map(UnnestColumn::name).collect(Collectors.joining(", "));
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, names));
    try {
      new CopyWriter<>(copy, columns).write(rows);
    } catch (SQLException | RuntimeException | Error e) {
      giveUp(copy, e);
      throw e;
    }
  }

  /**
   * While a COPY is open the driver waits with whatever is asked next, and that would be for ever.
   */
  private void giveUp(CopyIn copy, Throwable why) throws SQLException {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      why.addSuppressed(e);
      connection.abort(Runnable::run);
    }
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    List<Object> inOrder = new ArrayList<>();
    Matcher named = PARAMETER.matcher(sql);
    String withMarks =
        named.replaceAll(
            name -> {
              inOrder.add(parameters[Integer.parseInt(name.group(1)) - 1]);
              return "?";
            });
    PreparedStatement statement = connection.prepareStatement(withMarks);
    for (int i = 0; i < inOrder.size(); i++) {
      statement.setObject(i + 1, valueOf(inOrder.get(i)));
    }
    return statement;
  }

  private Object valueOf(Object parameter) throws SQLException {
    return parameter instanceof Object[] array
        ? connection.createArrayOf(ELEMENT_TYPES.get(array.getClass()), array)
        : parameter;
  }
}

package io.tokenledger.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.postgres.UnnestColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written in COPY's binary format is what a statement with the same values writes. */
class CopyWriterIT {

  private static final List<UnnestColumn<List<Object>>> COLUMNS =
      List.of(
          UnnestColumn.of("u", "uuid", UUID[]::new, value(0)),
          UnnestColumn.of("t", "text", String[]::new, value(1)),
          UnnestColumn.of("n", "bigint", Long[]::new, value(2)),
          UnnestColumn.of("i", "integer", Integer[]::new, value(3)),
          UnnestColumn.of("b", "boolean", Boolean[]::new, value(4)),
          UnnestColumn.time("at", row -> (Instant) row.get(5)),
          UnnestColumn.asText("j", "jsonb", value(6)));

  private static Function<List<Object>, Object> value(int index) {
    return row -> row.get(index);
  }

  @Test
  void everyTypeIsWrittenAsAStatementWritesIt() throws SQLException {
    List<List<Object>> rows =
        List.of(
            row(new UUID(-1, Long.MIN_VALUE), "", 0L, 0, true, "1999-12-31T23:59:59.999999Z", "{}"),
            row(
                UUID.randomUUID(),
                "\uD83D\uDE00 é \t\n\\",
                Long.MIN_VALUE,
                Integer.MIN_VALUE,
                false,
                "2026-11-29T20:14:15.123456Z",
                "{\"a\": [1, \"\uD83D\uDE00\"]}"),
            row(
                new UUID(0, 0),
                "x".repeat(70_000),
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                true,
                "2000-01-01T00:00:00Z",
                "\"" + "é".repeat(200_000) + "\""),
            row(UUID.randomUUID(), "y".repeat(65_520), 1L, 1, true, "1970-01-01T00:00:00Z", "1"));
    try (Connection connection = LedgerClient.connect()) {
      assertThat(copied(connection, rows)).containsExactlyElementsOf(inserted(connection, rows));
    }
  }

  @Test
  void eachColumnMayBeNull() throws SQLException {
    try (Connection connection = LedgerClient.connect()) {
      for (int i = 0; i < COLUMNS.size(); i++) {
        List<Object> nothing = Collections.nCopies(COLUMNS.size(), null);
        List<UnnestColumn<List<Object>>> column = List.of(COLUMNS.get(i));
        if (i != 5) {
          makeTable(connection);
          new JdbcTransaction(connection).copy("pg_temp.copied", column, List.of(nothing));
          assertThat(all(connection)).containsExactly("(,,,,,,)");
        }
      }
    }
  }

  @Test
  void manyRowsAreSentInParts() throws SQLException {
    List<List<Object>> rows =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    row(
                        new UUID(i, i),
                        "t".repeat(i % 90),
                        (long) i,
                        i,
                        i % 2 == 0,
                        "2026-01-01T00:00:00Z",
                        "{\"i\": " + i + "}"))
            .toList();
    try (Connection connection = LedgerClient.connect()) {
      assertThat(copied(connection, rows)).containsExactlyElementsOf(inserted(connection, rows));
    }
  }

  /** The driver would wait for the end of an open COPY for ever. */
  @Test
  @Timeout(60)
  void afterAFailureInTheMiddleTheConnectionGoesOn() throws SQLException {
    List<Object> right = row(new UUID(1, 1), "t", 1L, 1, true, "2026-01-01T00:00:00Z", "1");
    List<Object> wrong = row(new UUID(1, 1), 7, 1L, 1, true, "2026-01-01T00:00:00Z", "1");
    try (Connection connection = LedgerClient.connect()) {
      makeTable(connection);
      JdbcTransaction transaction = new JdbcTransaction(connection);
      assertThatThrownBy(() -> transaction.copy("pg_temp.copied", COLUMNS, List.of(right, wrong)))
          .isInstanceOf(ClassCastException.class);
      assertThat(all(connection)).isEmpty();
    }
  }

  private static List<Object> row(
      UUID uuid, Object text, long number, int integer, boolean bool, String at, String json) {
    return Arrays.asList(uuid, text, number, integer, bool, Instant.parse(at), json);
  }

  private static List<String> copied(Connection connection, List<List<Object>> rows)
      throws SQLException {
    makeTable(connection);
    new JdbcTransaction(connection).copy("pg_temp.copied", COLUMNS, rows);
    return all(connection);
  }

  private static List<String> inserted(Connection connection, List<List<Object>> rows)
      throws SQLException {
    makeTable(connection);
    new JdbcTransaction(connection)
        .execute(
            UnnestColumn.insertInto("pg_temp.copied", COLUMNS),
            COLUMNS.stream().map(column -> column.valuesOf(rows)).toArray());
    return all(connection);
  }

  private static void makeTable(Connection connection) throws SQLException {
    execute(connection, "DROP TABLE IF EXISTS pg_temp.copied");
    execute(
        connection,
        "CREATE TEMPORARY TABLE copied"
            + " (u uuid, t text, n bigint, i integer, b boolean, at timestamptz, j jsonb)");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static List<String> all(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT copied::text FROM pg_temp.copied ORDER BY u");
        ResultSet rows = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}

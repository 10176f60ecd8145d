package io.tokenledger.aggregate.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All rows of some schemas, as a backup has them, and what a restore makes of the tables. */
public final class SchemaCopies implements AutoCloseable {

  private static final String TABLES =
      """
      SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = '%s' AND c.relname NOT LIKE 'flyway%%'""";

  private final Connection connection;
  private final List<String> tables = new ArrayList<>();

  private SchemaCopies(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param connection of a superuser, closed with this
   */
  public static SchemaCopies of(Connection connection, String... schemas) throws SQLException {
    SchemaCopies copies = new SchemaCopies(connection);
    for (String schema : schemas) {
      copies.list(schema);
    }
    for (int i = 0; i < copies.tables.size(); i++) {
      copies.execute(
          "CREATE TEMP TABLE copy_%d AS SELECT * FROM %s".formatted(i, copies.tables.get(i)));
    }
    return copies;
  }

  /** Without triggers and foreign keys, in one transaction. */
  public void restore() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET LOCAL session_replication_role = 'replica'");
    for (int i = 0; i < tables.size(); i++) {
      execute("DELETE FROM " + tables.get(i));
      execute(
          "INSERT INTO %s OVERRIDING SYSTEM VALUE SELECT * FROM copy_%d"
              .formatted(tables.get(i), i));
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void list(String schema) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(TABLES.formatted(schema))) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package io.tokenledger.query.support;

import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.util.PGobject;

/** The database as the other services would have left it: their schemas, and rows of our choice. */
public final class TestLedger {

  private static final Map<String, String> OWNERS =
      Map.of(
          "raw",
          "tokenledger_ingest",
          "rollup",
          "tokenledger_aggregator",
          "pricing",
          "tokenledger_pricing",
          "chat",
          "tokenledger_gateway");

  private static boolean migrated;
  private static Connection superuser;

  private TestLedger() {}

  /** Migrates the schemas that the service under test only reads. */
  public static synchronized void migrate() {
    if (!migrated) {
      OWNERS.forEach(TestLedger::migrate);
      migrated = true;
    }
  }

  public static Connection connectAs(String role) throws SQLException {
    return DriverManager.getConnection(LedgerServers.jdbcUrl(), role, LedgerServers.PASSWORD);
  }

  /** Kept open: a test makes thousands of rows. */
  private static synchronized Connection superuser() throws SQLException {
    if (superuser == null) {
      superuser = connectAs(LedgerServers.superuser());
    }
    return superuser;
  }

  /** Inserts a row; an existing one with the same key stays. */
  public static void insert(String table, Map<String, ?> columns) {
    String names = String.join(", ", columns.keySet());
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    execute(
        "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ") ON CONFLICT DO NOTHING",
        columns.values().toArray());
  }

  public static synchronized void execute(String sql, Object... parameters) {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The texts of the first column, as the superuser sees them. */
  public static synchronized List<String> select(String sql, Object... parameters) {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value of a jsonb column. */
  public static Object jsonb(String json) {
    try {
      PGobject value = new PGobject();
      value.setType("jsonb");
      value.setValue(json);
      return value;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a user and an org a pair. */
  public static void member(String orgId, String userId, String role) {
    org(orgId);
    user(userId, userId, userId + "@example.com");
    insert("access.org_member", Map.of("org_id", orgId, "user_id", userId, "role", role));
  }

  public static void org(String orgId) {
    insert("access.org", Map.of("org_id", orgId, "name", orgId));
  }

  public static void user(String userId, String name, String email) {
    insert("access.app_user", Map.of("user_id", userId, "name", name, "email", email));
  }

  /** Columns by name from alternating names and values. */
  public static Map<String, Object> columns(Object... namesAndValues) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return columns;
  }

  /** On one connection for all: a test may insert hundreds of rows. */
  private static synchronized PreparedStatement prepared(String sql, Object... parameters)
      throws SQLException {
    if (superuser == null) {
      superuser = connectAs(LedgerServers.superuser());
    }
    PreparedStatement statement = superuser.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static void migrate(String schema, String owner) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(LedgerServers.jdbcUrl(), owner, LedgerServers.PASSWORD)
        .locations("db/" + schema)
        .schemas(schema)
        .load()
        .migrate();
  }
}

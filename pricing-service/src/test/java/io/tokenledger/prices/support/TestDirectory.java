package io.tokenledger.prices.support;

import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The directory of members as usage-query would have left it, and members of our choice. */
public final class TestDirectory {

  private TestDirectory() {}

  /** Migrates the schema that another service owns; safe to repeat. */
  public static void migrate() {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(LedgerServers.jdbcUrl(), "tokenledger_query", LedgerServers.PASSWORD)
        .locations("db/access")
        .schemas("access")
        .load()
        .migrate();
  }

  public static void member(String orgId, String userId, String role) {
    execute("INSERT INTO access.org VALUES (?, '') ON CONFLICT DO NOTHING", orgId);
    execute("INSERT INTO access.app_user VALUES (?, '') ON CONFLICT DO NOTHING", userId);
    execute(
        "INSERT INTO access.org_member VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        orgId,
        userId,
        role);
  }

  /** As the superuser. */
  public static void execute(String sql, String... parameters) {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

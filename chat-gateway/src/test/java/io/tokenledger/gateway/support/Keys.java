package io.tokenledger.gateway.support;

import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** API tokens in the schema as usage-query makes it. */
public final class Keys {

  private Keys() {}

  public static void migrate() {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(LedgerServers.jdbcUrl(), "tokenledger_query", LedgerServers.PASSWORD)
        .locations("db/access")
        .schemas("access")
        .load()
        .migrate();
  }

  public static String forCalls(String org) {
    return TestApiTokens.token(org, "llm:call");
  }

  /** Changes all tokens of an org. */
  public static void set(String org, String assignments) {
    execute("UPDATE access.api_token SET " + assignments + " WHERE org_id = '" + org + "'");
  }

  /** As the server's superuser. */
  public static void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

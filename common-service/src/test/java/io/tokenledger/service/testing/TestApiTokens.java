package io.tokenledger.service.testing;

import io.tokenledger.service.access.ApiTokenSecret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** API tokens as usage-query would have made them; the schema {@code access} must be there. */
public final class TestApiTokens {

  private static final String ORG =
      "INSERT INTO access.org (org_id, name) VALUES (?, 'x') ON CONFLICT DO NOTHING";
  private static final String TOKEN =
      "INSERT INTO access.api_token VALUES (?, ?, 'test', 'tl_', ?, ?, 'test', now(),"
          + " now() + interval '1 hour')";

  private TestApiTokens() {}

  /** The secret of a new token of the org. */
  public static String token(String orgId, String... scopes) {
    String secret = ApiTokenSecret.random();
    execute(ORG, orgId);
    execute(TOKEN, UUID.randomUUID(), orgId, ApiTokenSecret.hash(secret), String.join(" ", scopes));
    return secret;
  }

  /** Revokes every token of the org. */
  public static void revoke(String orgId) {
    execute("DELETE FROM access.api_token WHERE org_id = ?", orgId);
  }

  private static void execute(String sql, Object... parameters) {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

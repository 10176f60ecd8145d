package io.tokenledger.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Orgs, users and their roles in the schema {@code access}; what is there is brought up to date.
 */
public final class AccessDirectory implements AutoCloseable {

  private static final String PUT_ORG =
      "INSERT INTO access.org (org_id, name) VALUES (?, ?) ON CONFLICT (org_id) DO NOTHING";
  private static final String PUT_USER =
      "INSERT INTO access.app_user (user_id, name, email) VALUES (?, ?, ?)"
          + " ON CONFLICT (user_id) DO NOTHING";
  private static final String PUT_MEMBER =
      "INSERT INTO access.org_member (org_id, user_id, role) VALUES (?, ?, ?)"
          + " ON CONFLICT (org_id, user_id) DO UPDATE SET role = excluded.role";

  private static final String PUT_BUDGET =
      "INSERT INTO access.budget (org_id, monthly_nanos) VALUES (?, ?::bigint * 1000000000)"
          + " ON CONFLICT (org_id) DO NOTHING";

  private final Connection connection;

  public AccessDirectory(LedgerDatabase database) throws SQLException {
    this.connection = database.connect();
  }

  public void putOrg(String orgId, String name) throws SQLException {
    execute(PUT_ORG, orgId, name);
  }

  public void putUser(String userId, String name, String email) throws SQLException {
    execute(PUT_USER, userId, name, email);
  }

  /**
   * @param role {@code owner}, {@code admin}, {@code billing} or {@code member}
   */
  public void putMember(String orgId, String userId, String role) throws SQLException {
    execute(PUT_MEMBER, orgId, userId, role);
  }

  public void putBudget(String orgId, long monthlyUsd) throws SQLException {
    execute(PUT_BUDGET, orgId, Long.toString(monthlyUsd));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void execute(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

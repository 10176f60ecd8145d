package io.tokenledger.gateway.support;

import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Members of orgs, and a look past the service into its database. */
public final class People {

  private People() {}

  /** The bearer token of a new member. */
  public static String member(String org, String userId, String role) {
    execute("INSERT INTO access.org (org_id, name) VALUES (?, 'x') ON CONFLICT DO NOTHING", org);
    execute(
        "INSERT INTO access.app_user (user_id, name) VALUES (?, 'x') ON CONFLICT DO NOTHING",
        userId);
    execute(
        "INSERT INTO access.org_member (org_id, user_id, role) VALUES (?, ?, ?)",
        org,
        userId,
        role);
    return TestTokens.token(userId);
  }

  public static int execute(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one value of the one row. */
  public static String value(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}

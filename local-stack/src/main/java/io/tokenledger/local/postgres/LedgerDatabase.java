package io.tokenledger.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the ledger in a running server, as its superuser sees it. */
public final class LedgerDatabase {

  private static final String BOOTSTRAP = "/db/bootstrap.sql";
  private static final int CONNECT_TIMEOUT_SECONDS = 2;

  private final PostgresSettings settings;

  public LedgerDatabase(PostgresSettings settings) {
    this.settings = settings;
  }

  /** A connection of the superuser to the ledger's database. */
  public Connection connect() throws SQLException {
    return connect(PostgresSettings.DATABASE);
  }

  /** Whether the server answers, be there a ledger in it or not. */
  public boolean answers() {
    try (Connection connection = connect(PostgresSettings.SUPERUSER)) {
      return connection.isValid(CONNECT_TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Makes the database, the roles and their schemas, and sets the passwords; safe to repeat. */
  public void provision() throws SQLException, IOException {
    createDatabase();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(bootstrapScript());
      for (Map.Entry<String, String> role : settings.rolePasswords().entrySet()) {
        statement.execute(passwordStatement(connection, role.getKey(), role.getValue()));
      }
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = connect(PostgresSettings.SUPERUSER);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT FROM pg_database WHERE datname = '" + PostgresSettings.DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + PostgresSettings.DATABASE);
      }
    }
  }

  /** A utility statement takes no parameters, so the server itself quotes the values. */
  private static String passwordStatement(Connection connection, String role, String password)
      throws SQLException {
    try (PreparedStatement quoted =
        connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
      quoted.setString(1, role);
      quoted.setString(2, password);
      try (ResultSet row = quoted.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.jdbcUrl(database));
    source.setUser(PostgresSettings.SUPERUSER);
    source.setPassword(settings.superuserPassword());
    source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
    return source.getConnection();
  }

  private static String bootstrapScript() throws IOException {
    try (InputStream script = LedgerDatabase.class.getResourceAsStream(BOOTSTRAP)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

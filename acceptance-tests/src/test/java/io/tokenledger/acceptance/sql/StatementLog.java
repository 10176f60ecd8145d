package io.tokenledger.acceptance.sql;

import io.tokenledger.local.postgres.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Has PostgreSQL log every statement while this is open. */
public final class StatementLog implements AutoCloseable {

  /** Of a role of the services; each line after the first begins with a tab. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?m)^.*? tokenledger_\\w+ LOG:  (?:statement|execute [^:]*): (.*(?:\n\t.*)*)");

  private final LedgerDatabase database;
  private final Path log;
  private final long begin;

  private StatementLog(LedgerDatabase database, Path log) throws SQLException, IOException {
    this.database = database;
    this.log = log;
    this.begin = Files.size(log);
    alter("SET log_statement = 'all'");
  }

  /**
   * @param log of the server
   */
  public static StatementLog open(LedgerDatabase database, Path log)
      throws SQLException, IOException {
    return new StatementLog(database, log);
  }

  /** What the services asked since this was opened, each once. */
  public List<String> statements() throws IOException {
    String written = Files.readString(log).substring((int) begin);
    return STATEMENT
        .matcher(written)
        .results()
        .map((MatchResult s) -> s.group(1))
        .distinct()
        .toList();
  }

  @Override
  public void close() throws SQLException {
    alter("RESET log_statement");
  }

  private void alter(String change) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM " + change);
      statement.execute("SELECT pg_reload_conf()");
    }
  }
}

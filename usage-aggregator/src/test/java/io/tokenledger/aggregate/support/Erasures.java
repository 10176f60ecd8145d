package io.tokenledger.aggregate.support;

import static org.awaitility.Awaitility.await;

import io.tokenledger.events.ErasedUsers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Erasures of one user of an org, who becomes {@code erased-1}, as usage-query asks for them. The
 * service under test finds nothing to do meanwhile: chunks are done when a test says so.
 */
public final class Erasures implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String org;
  private final Connection connection;

  public Erasures(String org) throws SQLException {
    this.org = org;
    this.connection = RawRows.connect();
    try (Statement lock = connection.createStatement()) {
      lock.execute("SELECT pg_advisory_lock(hashtext('rollup.erasure'))");
    }
  }

  public void request(String userId, Instant until) throws SQLException {
    request("rollup", userId, until);
  }

  /** In the schema of raw events, too. */
  public void requestEverywhere(String userId, Instant until) throws SQLException {
    request("raw", userId, until);
    request("rollup", userId, until);
  }

  /** One chunk of so many rows; false when there is nothing to do now. */
  public boolean step(int rows) throws SQLException {
    return step("rollup", rows);
  }

  /** The chunk is done, and its transaction does not commit. */
  public void crashInStep(int rows) throws SQLException {
    connection.setAutoCommit(false);
    step(rows);
    connection.rollback();
    connection.setAutoCommit(true);
  }

  public boolean isFinished() throws SQLException {
    return isFinished("rollup");
  }

  public void finish() {
    finish("rollup");
  }

  public void finishRaw() {
    finish("raw");
  }

  public List<Object> users() throws SQLException {
    return RawRows.select(
        "SELECT user_id FROM rollup.org_user_daily_usage WHERE org_id = ?"
            + " UNION SELECT user_id FROM rollup.conversation_usage WHERE org_id = ? ORDER BY 1",
        org,
        org);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void request(String schema, String userId, Instant until) throws SQLException {
    RawRows.select(
        "SELECT %s.request_erasure(?, ?, ?, ?, 'erased-1', false)::text".formatted(schema),
        org,
        userId,
        ErasedUsers.hash(org, userId),
        until.atOffset(ZoneOffset.UTC));
  }

  private void finish(String schema) {
    await().atMost(PATIENCE).until(() -> !step(schema, 100) && isFinished(schema));
  }

  private boolean isFinished(String schema) throws SQLException {
    return RawRows.select(
            "SELECT 1 FROM %s.erasure WHERE org_id = ? AND finished_at IS NULL".formatted(schema),
            org)
        .isEmpty();
  }

  private boolean step(String schema, int rows) throws SQLException {
    try (PreparedStatement chunk =
        connection.prepareStatement("SELECT %s.erase_some(?)".formatted(schema))) {
      chunk.setInt(1, rows);
      ResultSet more = chunk.executeQuery();
      more.next();
      return more.getBoolean(1);
    }
  }
}

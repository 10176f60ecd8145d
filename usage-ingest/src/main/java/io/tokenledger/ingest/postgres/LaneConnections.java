package io.tokenledger.ingest.postgres;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.tokenledger.ingest.kafka.IngestConfig;
import io.tokenledger.service.kafka.LaneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The JDBC connections by which lanes store. One of each lane, and another one while the server, or
 * the network, holds the first.
 */
@ApplicationScoped
class LaneConnections {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * PostgreSQL ends what is idle in a transaction, and not a COPY whose client sleeps in the middle
   * of it. Whoever has waited for a lock of it for as long ends it.
   */
  private static final String END_SLEEPING_COPIES =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE usename = current_user AND datname = current_database() AND state = 'active'
        AND wait_event = 'ClientRead' AND query LIKE 'COPY raw.usage_event %'
        AND state_change < now() - current_setting('lock_timeout')::interval""";

  private final AgroalDataSource lanes;
  private final int patienceMillis;

  LaneConnections(
      @DataSource("lanes") AgroalDataSource lanes, IngestConfig ingest, LaneConfig config) {
    lanes.getConfiguration().connectionPoolConfiguration().setMaxSize(2 * ingest.lanes());
    this.lanes = lanes;
    this.patienceMillis = Math.toIntExact(config.patience().toMillis());
  }

  /** What a transaction does. */
  interface Work<T> {
    T in(JdbcTransaction transaction) throws SQLException;
  }

  /** Commits what the work does, or nothing of it. Blocks. */
  <T> T transact(Work<T> work) throws SQLException {
    try (Connection connection = lanes.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, patienceMillis);
      connection.setAutoCommit(false);
      try {
        T result = work.in(new JdbcTransaction(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        takeBack(connection, e);
        throw e;
      }
    }
  }

  /** A connection that goes back to its pool in the middle of a transaction commits it. */
  private static void takeBack(Connection connection, Throwable failure) throws SQLException {
    try {
      connection.rollback();
      if (failure instanceof SQLException e && LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        endSleepingCopies(connection);
      }
    } catch (SQLException gone) {
      failure.addSuppressed(gone);
      connection.abort(Runnable::run);
    }
  }

  private static void endSleepingCopies(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(END_SLEEPING_COPIES);
    }
  }
}

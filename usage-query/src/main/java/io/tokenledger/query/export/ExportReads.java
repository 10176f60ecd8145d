package io.tokenledger.query.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogLine;
import io.tokenledger.query.log.LogRows;
import io.tokenledger.query.postgres.QueryConfig;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.UsageQuery;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads the single events of one org, any number of them: through a cursor, in a transaction of its
 * own, within the access scope.
 */
@ApplicationScoped
public class ExportReads {

  private static final int BATCH = 500;

  /** $1 orgs with commas, $2 milliseconds that the transaction may be idle for. */
  private static final String SET_ORG_SCOPE_AND_IDLE_TIME =
      "SELECT set_config('tokenledger.org_scope', $1, true),"
          + " set_config('idle_in_transaction_session_timeout', $2, true)";

  private final Pool pool;
  private final Semaphore slots;
  private final String idleMs;

  ExportReads(Pool pool, QueryConfig config) {
    this.pool = pool;
    this.slots = new Semaphore(config.maxExports());
    this.idleMs = Long.toString(config.exportPatience().toMillis());
  }

  /**
   * Oldest first, in batches, all from one snapshot. A batch is read when it is asked for, so that
   * what is not taken is not held. Whoever cancels frees the connection.
   */
  public Multi<List<LogLine>> events(AccessScope scope, UsageQuery query) {
    return Multi.createFrom()
        .resourceFromUni(this::connection, connection -> rows(connection, scope, query))
        .withFinalizer(this::end)
        .group()
        .intoLists()
        .of(BATCH)
        .map(rows -> rows.stream().map(LogRows::toLine).toList());
  }

  private Uni<SqlConnection> connection() {
    if (!slots.tryAcquire()) {
      return Uni.createFrom().failure(new TooManyExportsException());
    }
    return pool.getConnection().onFailure().invoke(() -> slots.release());
  }

  private Multi<Row> rows(SqlConnection connection, AccessScope scope, UsageQuery query) {
    ScopedReads.Read read = ExportSql.read(scope, query);
    return connection
        .query(ScopedReads.BEGIN)
        .execute()
        .chain(
            () ->
                connection
                    .preparedQuery(SET_ORG_SCOPE_AND_IDLE_TIME)
                    .execute(Tuple.of(scope.setting(), idleMs)))
        .chain(() -> connection.prepare(read.sql()))
        .onItem()
        .transformToMulti(
            (PreparedStatement sql) -> sql.createStream(BATCH, read.parameters()).toMulti());
  }

  /** Ends the transaction, and with it the cursor and the scope, whatever became of the client. */
  private Uni<Void> end(SqlConnection connection) {
    slots.release();
    return connection
        .query(ScopedReads.COMMIT)
        .execute()
        .onFailure()
        .recoverWithNull()
        .chain(() -> connection.close());
  }
}

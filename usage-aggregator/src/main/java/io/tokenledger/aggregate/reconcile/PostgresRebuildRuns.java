package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.reconcile.RebuildRun.Order;
import io.tokenledger.aggregate.reconcile.RebuildRun.Progress;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rebuilds that were asked for, kept in {@code rollup.rebuild_run} so that one that was
 * interrupted goes on.
 */
@ApplicationScoped
public class PostgresRebuildRuns {

  private static final String COLUMNS =
      """
      id, requested_at, requested_by, org_id, from_date, to_date, counts_overdue, done_through,
      rows_changed, finished_at,
      finished_at IS NULL
        AND EXISTS (SELECT FROM rollup.recorded_topic WHERE partitions > in_order) AS waits""";

  private static final String REQUEST =
      "INSERT INTO rollup.rebuild_run (id, requested_by, org_id, from_date, to_date,"
          + " counts_overdue) VALUES ($1, $2, $3, $4, $5, $6) RETURNING "
          + COLUMNS;

  private static final String LATEST =
      "SELECT " + COLUMNS + " FROM rollup.rebuild_run ORDER BY requested_at DESC, id LIMIT $1";

  private static final String BY_ID =
      "SELECT " + COLUMNS + " FROM rollup.rebuild_run WHERE id = $1";

  /** The transaction is idle while other connections rebuild, as long as it takes. */
  private static final String MAY_BE_IDLE = "SET LOCAL idle_in_transaction_session_timeout = 0";

  /** Others pass over the row while its transaction lasts. */
  private static final String NEXT =
      "SELECT "
          + COLUMNS
          + " FROM rollup.rebuild_run WHERE finished_at IS NULL ORDER BY requested_at, id LIMIT 1"
          + " FOR UPDATE SKIP LOCKED";

  private static final String DAYS_DONE =
      "UPDATE rollup.rebuild_run SET done_through = $2, rows_changed = rows_changed + $3"
          + " WHERE id = $1";

  private static final String FINISHED =
      "UPDATE rollup.rebuild_run SET finished_at = now(), rows_changed = rows_changed + $2"
          + " WHERE id = $1";

  private final Pool pool;

  PostgresRebuildRuns(Pool pool) {
    this.pool = pool;
  }

  Uni<RebuildRun> request(Order order) {
    return pool.preparedQuery(REQUEST)
        .execute(
            Tuple.of(
                UUID.randomUUID(),
                order.requestedBy(),
                order.orgId(),
                order.days().from(),
                order.days().to(),
                order.countsOverdue()))
        .map(rows -> fromRow(Rows.only(rows)));
  }

  /** The latest, newest first. */
  public Uni<List<RebuildRun>> latest(int limit) {
    return pool.preparedQuery(LATEST)
        .execute(Tuple.of(limit))
        .map(rows -> Rows.all(rows, PostgresRebuildRuns::fromRow));
  }

  public Uni<Optional<RebuildRun>> byId(UUID id) {
    return pool.preparedQuery(BY_ID)
        .execute(Tuple.of(id))
        .map(rows -> Rows.first(rows, PostgresRebuildRuns::fromRow));
  }

  /**
   * Hands the oldest unfinished one to the work, while no other instance can have it.
   *
   * @return whether there was one
   */
  Uni<Boolean> withNext(Function<RebuildRun, Uni<Progress>> work) {
    return pool.withTransaction(
        connection ->
            connection
                .query(MAY_BE_IDLE)
                .execute()
                .chain(() -> connection.preparedQuery(NEXT).execute())
                .map(rows -> Rows.first(rows, PostgresRebuildRuns::fromRow))
                .chain(
                    next ->
                        next.isEmpty()
                            ? Uni.createFrom().item(false)
                            : work.apply(next.get())
                                .chain(progress -> keep(connection, next.get().id(), progress))
                                .replaceWith(true)));
  }

  private static Uni<RowSet<Row>> keep(SqlConnection connection, UUID id, Progress progress) {
    return progress instanceof Progress.DaysDone done
        ? connection
            .preparedQuery(DAYS_DONE)
            .execute(Tuple.of(id, done.through(), done.rowsChanged()))
        : connection.preparedQuery(FINISHED).execute(Tuple.of(id, progress.rowsChanged()));
  }

  private static RebuildRun fromRow(Row row) {
    return new RebuildRun(
        row.getUUID("id"),
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getString("requested_by"),
        row.getString("org_id"),
        new DayRange(row.getLocalDate("from_date"), row.getLocalDate("to_date")),
        row.getBoolean("counts_overdue"),
        Optional.ofNullable(row.getLocalDate("done_through")),
        row.getLong("rows_changed"),
        Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant),
        row.getBoolean("waits"));
  }
}

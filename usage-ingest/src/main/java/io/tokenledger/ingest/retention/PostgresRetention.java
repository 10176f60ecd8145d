package io.tokenledger.ingest.retention;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.MissingObjects;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.postgres.TransactionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What ends days, each step in a transaction of its own. A step is empty when another replica is at
 * one of them.
 */
@ApplicationScoped
class PostgresRetention {

  /**
   * A step waits for others more than PostgreSQL takes to call off a vacuum that is in the way (1
   * s), and not much more.
   */
  private static final TransactionLock LOCK =
      TransactionLock.of("raw.retention").with("lock_timeout", "2s");

  private static final String DAYS_BEFORE = "SELECT day FROM raw.days_before($1) AS day";

  private static final String END_DAY = "SELECT dropped, rows_gone FROM raw.end_day($1, $2)";

  private static final String IDENTITY_BLOCKS =
      "SELECT pg_relation_size('raw.event_identity') / current_setting('block_size')::bigint";

  private static final String FORGET_IDENTITIES = "SELECT raw.forget_identities($1, $2, $3)";

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String BEING_REPRICED = "55006";

  private final Pool pool;

  PostgresRetention(Pool pool) {
    this.pool = pool;
  }

  /** The days that have a partition, oldest first. */
  Uni<List<LocalDate>> daysBefore(LocalDate edge) {
    return pool.preparedQuery(DAYS_BEFORE)
        .execute(Tuple.of(edge))
        .onFailure(PgException.class)
        .transform(PostgresRetention::heldUp)
        .map(rows -> Rows.all(rows, row -> row.getLocalDate(0)));
  }

  Uni<Long> identityBlocks() {
    return pool.query(IDENTITY_BLOCKS)
        .execute()
        .onFailure(PgException.class)
        .transform(PostgresRetention::heldUp)
        .map(rows -> Rows.only(rows).getLong(0));
  }

  /**
   * @return how many ids are forgotten
   */
  Uni<Optional<Long>> forgetIdentities(LocalDate edge, long firstBlock, long endBlock) {
    return alone(
        connection ->
            connection
                .preparedQuery(FORGET_IDENTITIES)
                .execute(Tuple.of(edge, firstBlock, endBlock))
                .map(rows -> Rows.only(rows).getLong(0)));
  }

  /** Fails with {@link RetentionHeldUpException} when somebody holds the table for long. */
  Uni<Optional<EndedDay>> endDay(LocalDate day, LocalDate edge) {
    return alone(
        connection ->
            connection
                .preparedQuery(END_DAY)
                .execute(Tuple.of(day, edge))
                .map(rows -> EndedDay.fromRow(Rows.only(rows))));
  }

  private <T> Uni<Optional<T>> alone(Function<SqlConnection, Uni<T>> step) {
    return LOCK.alone(pool, step).onFailure(PgException.class).transform(PostgresRetention::heldUp);
  }

  private static RetentionHeldUpException heldUp(Throwable failure) {
    return new RetentionHeldUpException(reason((PgException) failure), failure);
  }

  private static String reason(PgException failure) {
    if (LOCK_NOT_AVAILABLE.equals(failure.getSqlState())) {
      return "Somebody reads the raw events for long";
    }
    if (BEING_REPRICED.equals(failure.getSqlState())) {
      return "Repricing is not done";
    }
    return MissingObjects.isReasonOf(failure)
            && String.valueOf(failure.getMessage()).contains("access")
        ? "The audit log cannot be written (usage-query makes it when it starts)"
        : "Ending old days failed";
  }

  /**
   * How a day ended.
   *
   * @param dropped false when its partition still holds events that occurred later
   */
  record EndedDay(boolean dropped, long rowsGone) {

    static EndedDay fromRow(Row row) {
      return new EndedDay(row.getBoolean("dropped"), row.getLong("rows_gone"));
    }
  }
}

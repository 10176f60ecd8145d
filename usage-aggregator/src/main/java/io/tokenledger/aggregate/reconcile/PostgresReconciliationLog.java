package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.postgres.TransactionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** The last comparison, which every instance can tell: {@code rollup.last_reconciliation}. */
@ApplicationScoped
class PostgresReconciliationLog {

  /** The transaction is idle while other connections compare, as long as it takes. */
  private static final TransactionLock LOCK =
      TransactionLock.of("rollup.last_reconciliation")
          .with("idle_in_transaction_session_timeout", "0");

  private static final String KEEP =
      """
      INSERT INTO rollup.last_reconciliation
        (checked_at, from_date, to_date, drifting_rows, drift_nanos)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (only_row) DO UPDATE SET
        checked_at = EXCLUDED.checked_at, from_date = EXCLUDED.from_date,
        to_date = EXCLUDED.to_date, drifting_rows = EXCLUDED.drifting_rows,
        drift_nanos = EXCLUDED.drift_nanos""";

  private static final String LAST =
      "SELECT checked_at, drifting_rows, drift_nanos FROM rollup.last_reconciliation";

  private final Pool pool;

  PostgresReconciliationLog(Pool pool) {
    this.pool = pool;
  }

  /** Runs the work unless another instance does at this moment, and keeps what it found. */
  Uni<Void> alone(Supplier<Uni<Reconciliation>> work) {
    return LOCK.alone(pool, connection -> work.get().chain(found -> keep(connection, found)))
        .replaceWithVoid();
  }

  Uni<Optional<Last>> last() {
    return pool.preparedQuery(LAST)
        .execute()
        .map(rows -> Rows.first(rows, PostgresReconciliationLog::lastOf));
  }

  private static Last lastOf(Row row) {
    return new Last(
        row.getOffsetDateTime("checked_at").toInstant(),
        row.getLong("drifting_rows"),
        row.getBigDecimal("drift_nanos").toBigIntegerExact());
  }

  private static Uni<Void> keep(SqlConnection connection, Reconciliation found) {
    return connection
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                found.checkedAt().atOffset(ZoneOffset.UTC),
                found.compared().from(),
                found.compared().to(),
                found.driftingRows(),
                new BigDecimal(found.driftNanos())))
        .replaceWithVoid();
  }

  /**
   * @param driftNanos nano-dollars, as {@link Reconciliation#driftNanos()}
   */
  record Last(Instant checkedAt, long driftingRows, BigInteger driftNanos) {}
}

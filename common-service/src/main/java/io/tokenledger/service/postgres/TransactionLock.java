package io.tokenledger.service.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.function.Function;

/**
 * A lock that one transaction at a time gets, whichever instance it is of. Nobody waits for it: who
 * does not get it has nothing to do. It ends with the transaction.
 */
public final class TransactionLock {

  private final String tryLock;

  private TransactionLock(String tryLock) {
    this.tryLock = tryLock;
  }

  /**
   * @param name such as that of the table it guards
   */
  public static TransactionLock of(String name) {
    return new TransactionLock("SELECT pg_try_advisory_xact_lock(hashtext('" + name + "'))");
  }

  /** With a setting of the server for the transaction alone. */
  public TransactionLock with(String setting, String value) {
    return new TransactionLock(tryLock + ", set_config('" + setting + "', '" + value + "', true)");
  }

  /** Empty when another transaction has the lock, or when the work has no answer. */
  public <T> Uni<Optional<T>> alone(Pool pool, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection ->
            connection
                .query(tryLock)
                .execute()
                .chain(
                    locked ->
                        Rows.only(locked).getBoolean(0)
                            ? work.apply(connection).map(Optional::ofNullable)
                            : Uni.createFrom().item(Optional.empty())));
  }
}

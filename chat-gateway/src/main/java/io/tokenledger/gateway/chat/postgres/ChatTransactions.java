package io.tokenledger.gateway.chat.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Function;

/** Transactions that see the rows of the orgs they name, and no others. */
@ApplicationScoped
class ChatTransactions {

  private static final String SET_SCOPE = "SELECT set_config('tokenledger.org_scope', $1, true)";

  private final Pool pool;

  ChatTransactions(Pool pool) {
    this.pool = pool;
  }

  <T> Uni<T> in(Set<String> orgs, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(SET_SCOPE)
                .execute(Tuple.of(String.join(",", orgs)))
                .chain(() -> work.apply(connection)));
  }
}

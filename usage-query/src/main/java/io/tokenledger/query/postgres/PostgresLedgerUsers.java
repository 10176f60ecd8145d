package io.tokenledger.query.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.query.LedgerUsers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/**
 * Raw events and rollups belong to other services: they are written through the functions that
 * those offer, which also keep out what is under way.
 */
@ApplicationScoped
class PostgresLedgerUsers implements LedgerUsers {

  /** Of many events it takes as long as it takes, and half of it is of no use. */
  private static final String NO_TIMEOUT = "SET LOCAL statement_timeout = 0";

  private static final String RAW = "SELECT raw.erase_user($1, $2, $3, $4, $5)";
  private static final String ROLLUPS = "SELECT rollup.erase_user($1, $2, $3, $4, $5)";

  private static final String MEMBERSHIP =
      "DELETE FROM access.org_member WHERE org_id = $1 AND user_id = $2";

  private static final String USER =
      """
      DELETE FROM access.app_user WHERE user_id = $1
        AND NOT EXISTS (SELECT FROM access.org_member WHERE user_id = $1)""";

  private static final String AUDIT = "SELECT access.audit($1, $2, 'user.erased', $3)";

  private final Pool pool;

  PostgresLedgerUsers(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Long> replace(Replacement user, String actor) {
    return pool.withTransaction(
        connection ->
            connection
                .query(NO_TIMEOUT)
                .execute()
                .chain(() -> replace(connection, user))
                .call(() -> removeFromDirectory(connection, user))
                .call(events -> note(connection, user, actor, events)));
  }

  private static Uni<Long> replace(SqlConnection connection, Replacement user) {
    Tuple parameters =
        Tuple.of(
            user.orgId(),
            user.userId(),
            Buffer.buffer(ErasedUsers.hash(user.orgId(), user.userId())),
            user.until().atOffset(ZoneOffset.UTC),
            user.pseudonym());
    return connection
        .preparedQuery(RAW)
        .execute(parameters)
        .map(rows -> rows.iterator().next().getLong(0))
        .call(() -> connection.preparedQuery(ROLLUPS).execute(parameters));
  }

  private static Uni<Void> removeFromDirectory(SqlConnection connection, Replacement user) {
    return connection
        .preparedQuery(MEMBERSHIP)
        .execute(Tuple.of(user.orgId(), user.userId()))
        .chain(() -> connection.preparedQuery(USER).execute(Tuple.of(user.userId())))
        .replaceWithVoid();
  }

  private static Uni<Void> note(
      SqlConnection connection, Replacement user, String actor, long events) {
    JsonObject detail = new JsonObject().put("pseudonym", user.pseudonym()).put("events", events);
    return connection
        .preparedQuery(AUDIT)
        .execute(Tuple.of(actor, user.orgId(), detail))
        .replaceWithVoid();
  }
}

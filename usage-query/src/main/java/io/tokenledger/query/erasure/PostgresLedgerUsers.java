package io.tokenledger.query.erasure;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.directory.MembershipRules;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.postgres.Rows;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The users that the ledger names. Raw events and rollups belong to other services: they are
 * written through the functions that those offer, which also keep out what is under way.
 */
@ApplicationScoped
public class PostgresLedgerUsers {

  /** Of many events it takes as long as it takes, and half of it is of no use. */
  private static final String NO_TIMEOUT = "SET LOCAL statement_timeout = 0";

  private static final String RAW = "SELECT raw.erase_user($1, $2, $3, $4, $5)";
  private static final String ROLLUPS = "SELECT rollup.erase_user($1, $2, $3, $4, $5)";

  private static final String DIRECTORY = "SELECT access.erase_user($1, $2, $3)";

  /** Waits for other changes of the org's members, and keeps them waiting. */
  private static final String LOCK_ORG =
      "SELECT org_id FROM access.org WHERE org_id = $1 FOR UPDATE";

  private static final String ROLE =
      """
      SELECT role,
        (SELECT count(*) FROM access.org_member WHERE org_id = $1 AND user_id <> $2
          AND role = 'owner') AS other_owners
      FROM access.org_member WHERE org_id = $1 AND user_id = $2""";

  private static final String AUDIT = "SELECT access.audit($1, $2, 'user.erased', $3)";

  private final Pool pool;

  PostgresLedgerUsers(Pool pool) {
    this.pool = pool;
  }

  /**
   * Replaces a user in the raw events and in the rollups, removes them from the directory and notes
   * it in the audit log: all of it in one transaction, or nothing.
   *
   * <p>Fails as {@link MembershipRules} say when the user is an owner whom the actor may not
   * remove, or the last one.
   *
   * @param actor who wants it
   * @return how many raw events were of the user
   */
  public Uni<Long> replace(Replacement user, Actor actor) {
    return pool.withTransaction(
        connection ->
            connection
                .query(NO_TIMEOUT)
                .execute()
                .chain(() -> requireErasable(connection, user, actor))
                .chain(() -> replace(connection, user))
                .call(() -> removeFromDirectory(connection, user))
                .call(events -> note(connection, user, nameOf(actor, user), events)));
  }

  private static Uni<Void> requireErasable(
      SqlConnection connection, Replacement user, Actor actor) {
    return connection
        .preparedQuery(LOCK_ORG)
        .execute(Tuple.of(user.orgId()))
        .chain(() -> connection.preparedQuery(ROLE).execute(Tuple.of(user.orgId(), user.userId())))
        .invoke(rows -> rows.forEach(row -> requireErasable(row, actor)))
        .replaceWithVoid();
  }

  private static void requireErasable(Row membership, Actor actor) {
    Optional<OrgRole> role = OrgRole.ofCode(membership.getString("role"));
    MembershipRules.require(actor, role, Optional.empty());
    if (MembershipRules.losesOwner(role, Optional.empty())) {
      MembershipRules.requireOwnerLeft(membership.getLong("other_owners"));
    }
  }

  /** Whoever erases themselves must not be named by the note of it. */
  private static String nameOf(Actor actor, Replacement user) {
    return actor.userId().equals(user.userId()) ? user.pseudonym() : actor.userId();
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
        .map(rows -> Rows.only(rows).getLong(0))
        .call(() -> connection.preparedQuery(ROLLUPS).execute(parameters));
  }

  private static Uni<Void> removeFromDirectory(SqlConnection connection, Replacement user) {
    return connection
        .preparedQuery(DIRECTORY)
        .execute(Tuple.of(user.orgId(), user.userId(), user.pseudonym()))
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

  /**
   * @param pseudonym never used before
   * @param until events that occurred before it are the user's whom we mean
   */
  public record Replacement(String orgId, String userId, String pseudonym, Instant until) {}
}

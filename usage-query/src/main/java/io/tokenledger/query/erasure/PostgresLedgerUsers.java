package io.tokenledger.query.erasure;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.directory.MembershipRules;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The users that the ledger names. Raw events, rollups, prices and conversations belong to other
 * services: each notes the erasure by the function that it offers, and rewrites its rows by itself.
 */
@ApplicationScoped
class PostgresLedgerUsers {

  /** It takes milliseconds, or somebody is in the way: then the connection is given back. */
  private static final String BOUNDED =
      "SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '8s'";

  /** Waits for other changes of the org's members, and keeps them waiting. */
  private static final String LOCK_ORG =
      "SELECT org_id FROM access.org WHERE org_id = $1 FOR UPDATE";

  private static final String ROLE =
      """
      SELECT role,
        (SELECT count(*) FROM access.org_member WHERE org_id = $1 AND user_id <> $2
          AND role = 'owner') AS other_owners
      FROM access.org_member WHERE org_id = $1 AND user_id = $2""";

  private static final String SET_SCOPE = "SELECT set_config('tokenledger.org_scope', $1, true)";
  private static final String RAW = "SELECT raw.request_erasure($1, $2, $3, $4, $5, $6)";
  private static final String ROLLUPS = "SELECT rollup.request_erasure($1, $2, $3, $4, $5, $6)";
  private static final String PRICES = "SELECT pricing.request_erasure($1, $2, $3, $4)";
  private static final String CHATS = "SELECT access.request_chat_erasure($1, $2, $3, $4, $5)";
  private static final String DIRECTORY = "SELECT access.request_erasure($1, $2, $3, $4)";
  private static final String AUDIT = "SELECT access.audit($1, $2, 'user.erased', $3)";

  private final Pool pool;

  PostgresLedgerUsers(Pool pool) {
    this.pool = pool;
  }

  /**
   * Notes in every schema that the user is erased, removes them from the directory and writes it
   * into the audit log: all of it in one short transaction, or nothing.
   *
   * <p>Fails as {@link MembershipRules} say when the user is an owner whom the actor may not
   * remove, or the last one.
   *
   * @param actor who wants it
   * @return the pseudonym: another one than was proposed when an erasure of the user is under way
   */
  Uni<String> replace(Replacement user, Actor actor) {
    return pool.withTransaction(
            connection ->
                connection
                    .query(BOUNDED)
                    .execute()
                    .chain(() -> requireErasable(connection, user, actor))
                    .chain(() -> request(connection, user, actor)))
        .onFailure(PgException.class)
        .transform(PostgresLedgerUsers::refusal);
  }

  /** By SQLSTATE: the bounds of {@code raw.request_erasure}, and whoever was in the way. */
  private static Throwable refusal(PgException failure) {
    return switch (String.valueOf(failure.getSqlState())) {
      case "54000" ->
          new RefusedException(
              Reason.CONFLICT,
              "The org has 100,000 erased users; the first are forgotten when retention has"
                  + " dropped the days of their events.");
      case "53400" ->
          new RefusedException(
              Reason.TOO_OFTEN,
              "100 erasures of this org are under way; ask again when some of them are done.");
      case "55P03" ->
          new RefusedException(
              Reason.TOO_OFTEN, "Another change of the org's members is under way; try again.");
      default -> failure;
    };
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

  private static Uni<String> request(SqlConnection connection, Replacement user, Actor actor) {
    boolean platform = actor.superadmin();
    return connection
        .preparedQuery(SET_SCOPE)
        .execute(Tuple.of(user.orgId()))
        .chain(() -> connection.preparedQuery(RAW).execute(user.noted(platform)))
        .map(rows -> user.as(Rows.only(rows).getString(0)))
        .chain(
            noted ->
                connection
                    .preparedQuery(ROLLUPS)
                    .execute(noted.noted(platform))
                    .chain(() -> connection.preparedQuery(PRICES).execute(noted.named(platform)))
                    .chain(() -> connection.preparedQuery(CHATS).execute(noted.ofChats()))
                    .chain(() -> connection.preparedQuery(DIRECTORY).execute(noted.named(platform)))
                    .chain(() -> audit(connection, noted, actor))
                    .replaceWith(noted.pseudonym()));
  }

  private static Uni<Void> audit(SqlConnection connection, Replacement user, Actor actor) {
    // Whoever erases themselves must not be named by the note of it.
    String who = actor.userId().equals(user.userId()) ? user.pseudonym() : actor.userId();
    JsonObject detail = new JsonObject().put("pseudonym", user.pseudonym());
    return connection
        .preparedQuery(AUDIT)
        .execute(Tuple.of(who, user.orgId(), detail))
        .replaceWithVoid();
  }

  /**
   * @param pseudonym never used before
   * @param until events that occurred before it are the user's whom we mean
   */
  record Replacement(String orgId, String userId, String pseudonym, Instant until) {

    private Replacement as(String other) {
      return new Replacement(orgId, userId, other, until);
    }

    private Tuple named(boolean platform) {
      return Tuple.of(orgId, userId, pseudonym, platform);
    }

    private Tuple noted(boolean platform) {
      return ofChats().addBoolean(platform);
    }

    /** No conversation is of the platform. */
    private Tuple ofChats() {
      return Tuple.of(
          orgId,
          userId,
          Buffer.buffer(ErasedUsers.hash(orgId, userId)),
          until.atOffset(ZoneOffset.UTC),
          pseudonym);
    }
  }
}

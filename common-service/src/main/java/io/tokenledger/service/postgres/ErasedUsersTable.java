package io.tokenledger.service.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.ErasedUsers.ErasedUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A service's own copy of whom was erased, read in the transaction that stores events. */
public final class ErasedUsersTable {

  private final String orgsWithErased;
  private final String erased;

  /**
   * @param name with its schema
   */
  public ErasedUsersTable(String name) {
    this.orgsWithErased =
        "SELECT org_id FROM unnest($1::text[]) AS batch (org_id)"
            + " WHERE EXISTS (SELECT FROM %s AS e WHERE e.org_id = batch.org_id)".formatted(name);
    this.erased =
        "SELECT org_id, user_hash, erased_until, pseudonym FROM %s".formatted(name)
            + " JOIN unnest($1::text[], $2::bytea[]) AS batch (org_id, user_hash)"
            + " USING (org_id, user_hash)";
  }

  /**
   * The erased among the users of these calls. An org may have erased any number: only those who
   * call are read, and nobody is hashed where nobody was erased.
   */
  public Uni<ErasedUsers> of(Collection<Call> calls, SqlClient client) {
    String[] orgs = calls.stream().map(Call::orgId).distinct().toArray(String[]::new);
    return client
        .preparedQuery(orgsWithErased)
        .execute(Tuple.of((Object) orgs))
        .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getString(0))))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(ErasedUsers.NONE)
                    : erased(Users.of(calls, found), client));
  }

  private Uni<ErasedUsers> erased(Users users, SqlClient client) {
    Buffer[] hashes = Stream.of(users.hashes).map(Buffer::buffer).toArray(Buffer[]::new);
    return client
        .preparedQuery(erased)
        .execute(Tuple.of(users.orgs, hashes))
        .map(rows -> new ErasedUsers(Rows.all(rows, ErasedUsersTable::fromRow)));
  }

  /** For other clients: which of these orgs have erased anybody. */
  public String orgsWithErased() {
    return orgsWithErased;
  }

  /** For other clients: the erased among {@link Users}, by their orgs and hashes. */
  public String erased() {
    return erased;
  }

  private static ErasedUser fromRow(Row row) {
    return new ErasedUser(
        row.getString("org_id"),
        row.getBuffer("user_hash").getBytes(),
        row.getOffsetDateTime("erased_until").toInstant(),
        row.getString("pseudonym"));
  }

  /**
   * Users as the table names them.
   *
   * @param hashes of each user, beside its org
   */
  public record Users(String[] orgs, byte[][] hashes) {

    /** Those of the calls that are of one of these orgs. */
    public static Users of(Collection<Call> calls, Set<String> orgs) {
      List<User> users =
          calls.stream()
              .filter(call -> orgs.contains(call.orgId()) && !call.userId().isEmpty())
              .map(call -> new User(call.orgId(), call.userId()))
              .distinct()
              .toList();
      return new Users(
          users.stream().map(User::orgId).toArray(String[]::new),
          users.stream()
              .map(user -> ErasedUsers.hash(user.orgId, user.userId))
              .toArray(byte[][]::new));
    }
  }

  private record User(String orgId, String userId) {}
}

package io.tokenledger.query.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What changes of the directory have in common: one transaction, its scope, a note of it. */
@ApplicationScoped
public class OrgTransactions {

  private static final String SET_SCOPE = "SELECT set_config('tokenledger.org_scope', ?1, true)";
  private static final String NOTE =
      "INSERT INTO access.audit_log (actor, org_id, action, detail)"
          + " VALUES (?1, ?2, ?3, cast(cast(?4 as text) as jsonb))";
  private static final String ADD_USER =
      "INSERT INTO access.app_user (user_id, name) VALUES (?1, ?1) ON CONFLICT DO NOTHING";
  private static final String FORGET_USERS_OF_NO_ORG =
      "DELETE FROM access.app_user AS person WHERE person.user_id = ANY (?1) AND NOT EXISTS"
          + " (SELECT FROM access.org_member AS member WHERE member.user_id = person.user_id)";

  /** Row-level security shows the rows of the scope only, whatever the work asks for. */
  public <T> Uni<T> in(AccessScope scope, Supplier<Uni<T>> work) {
    return Panache.withTransaction(() -> setScope(scope).chain(work::get));
  }

  /** Reads and changes outside of row-level security, such as of the list of orgs. */
  public <T> Uni<T> unscoped(Supplier<Uni<T>> work) {
    return Panache.withTransaction(work);
  }

  /**
   * @param detail without secrets; {@code userId} names whom it is about, for erasure
   */
  public Uni<Void> note(Actor actor, String orgId, String action, Map<String, Object> detail) {
    return execute(NOTE, actor.userId(), orgId, action, new JsonObject(detail).encode());
  }

  /** The name is shown by no org: each gives its own. */
  public Uni<Void> addUser(String userId) {
    return execute(ADD_USER, userId);
  }

  /** Nobody stays in the directory who is a member of nothing. */
  public Uni<Void> forget(String... userIds) {
    return Panache.flush().chain(() -> execute(FORGET_USERS_OF_NO_ORG, (Object) userIds));
  }

  private static Uni<Void> execute(String sql, Object... parameters) {
    return Panache.getSession()
        .map(session -> session.createNativeQuery(sql))
        .invoke(
            query ->
                IntStream.range(0, parameters.length)
                    .forEach(i -> query.setParameter(i + 1, parameters[i])))
        .chain(query -> query.executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Object> setScope(AccessScope scope) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SET_SCOPE)
                    .setParameter(1, scope.setting())
                    .getSingleResult());
  }
}

package io.tokenledger.service.access;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Roles as the table access.org_member says at the moment of the request; what is taken from a
 * member is gone with the next one. The functions are all that other services may use of the
 * schema.
 */
class DirectoryRoles implements Roles {

  private static final String ROLE_IN =
      "SELECT $2 AS org_id, role FROM access.role_in($1, $2) AS role WHERE role IS NOT NULL";
  private static final String ROLES_OF = "SELECT org_id, role FROM access.roles_of($1)";

  /** No right to use the schema, no such schema, no such function: it is not migrated yet. */
  private static final Set<String> NOT_THERE_YET = Set.of("42501", "3F000", "42883");

  private final Pool pool;
  private final Caller caller;
  private final Duration patience;

  DirectoryRoles(Pool pool, Caller caller, Duration patience) {
    this.pool = pool;
    this.caller = caller;
    this.patience = patience;
  }

  @Override
  public Uni<Optional<OrgRole>> in(String orgId) {
    return asked(ROLE_IN, Tuple.of(caller.userId(), orgId))
        .map(roles -> Optional.ofNullable(roles.get(orgId)));
  }

  @Override
  public Uni<Map<String, OrgRole>> everywhere() {
    return asked(ROLES_OF, Tuple.of(caller.userId()));
  }

  private Uni<Map<String, OrgRole>> asked(String sql, Tuple parameters) {
    if (caller.apiToken().isPresent()) {
      return Uni.createFrom().item(Map.of());
    }
    return pool.preparedQuery(sql)
        .execute(parameters)
        .ifNoItem()
        .after(patience)
        .fail()
        .map(DirectoryRoles::rolesByOrg)
        .onFailure(DirectoryRoles::isNotThereYet)
        .transform(DirectoryRoles::unavailable);
  }

  private static Map<String, OrgRole> rolesByOrg(RowSet<Row> rows) {
    Map<String, OrgRole> roles = new HashMap<>();
    for (Row row : rows) {
      OrgRole.ofCode(row.getString("role"))
          .ifPresent(role -> roles.put(row.getString("org_id"), role));
    }
    return roles;
  }

  private static boolean isNotThereYet(Throwable failure) {
    return failure instanceof PgException refused && NOT_THERE_YET.contains(refused.getSqlState());
  }

  private static ApiException unavailable(Throwable failure) {
    return new ApiException(
        ProblemCode.UNAVAILABLE,
        "The directory of members is not there yet: usage-query makes it when it starts.");
  }
}

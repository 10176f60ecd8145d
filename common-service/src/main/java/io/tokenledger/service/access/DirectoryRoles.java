package io.tokenledger.service.access;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.postgres.MissingObjects;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Roles as the table access.org_member says at the moment of the request; what is taken from a
 * member is gone with the next one. The functions are all that other services may use of the
 * schema.
 */
class DirectoryRoles implements Roles {

  private static final String ROLE_IN =
      "SELECT $2 AS org_id, role FROM access.role_in($1, $2) AS role WHERE role IS NOT NULL";
  private static final String ROLES_OF = "SELECT org_id, role FROM access.roles_of($1)";

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
        .onFailure(MissingObjects::isReasonOf)
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

  private static ApiException unavailable(Throwable failure) {
    return new ApiException(
        ProblemCode.UNAVAILABLE,
        "The directory of members is not there yet: usage-query makes it when it starts.");
  }
}

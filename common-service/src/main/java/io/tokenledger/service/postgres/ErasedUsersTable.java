package io.tokenledger.service.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.ErasedUsers.ErasedUser;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A service's own copy of whom was erased, read in the transaction that stores events. */
public final class ErasedUsersTable {

  private final String select;

  /**
   * @param name with its schema
   */
  public ErasedUsersTable(String name) {
    this.select =
        "SELECT org_id, user_hash, erased_until, pseudonym FROM "
            + name
            + " WHERE org_id = ANY ($1::text[])";
  }

  public Uni<ErasedUsers> of(Set<String> orgIds, SqlClient client) {
    return client
        .preparedQuery(select)
        .execute(Tuple.of((Object) orgIds.toArray(String[]::new)))
        .map(ErasedUsersTable::fromRows);
  }

  private static ErasedUsers fromRows(RowSet<Row> rows) {
    List<ErasedUser> users = new ArrayList<>();
    for (Row row : rows) {
      users.add(
          new ErasedUser(
              row.getString("org_id"),
              row.getBuffer("user_hash").getBytes(),
              row.getOffsetDateTime("erased_until").toInstant(),
              row.getString("pseudonym")));
    }
    return new ErasedUsers(users);
  }
}

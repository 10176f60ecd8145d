package io.tokenledger.service.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.ErasedUsers.ErasedUser;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
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
        .map(rows -> new ErasedUsers(Rows.all(rows, ErasedUsersTable::fromRow)));
  }

  private static ErasedUser fromRow(Row row) {
    return new ErasedUser(
        row.getString("org_id"),
        row.getBuffer("user_hash").getBytes(),
        row.getOffsetDateTime("erased_until").toInstant(),
        row.getString("pseudonym"));
  }
}

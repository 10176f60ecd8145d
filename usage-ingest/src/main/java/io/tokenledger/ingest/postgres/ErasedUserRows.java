package io.tokenledger.ingest.postgres;

import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.ErasedUsers.ErasedUser;
import io.tokenledger.service.postgres.ErasedUsersTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** {@code raw.erased_user}, asked in the transaction of a batch. */
final class ErasedUserRows {

  private static final ErasedUsersTable TABLE = new ErasedUsersTable("raw.erased_user");

  private ErasedUserRows() {}

  /** The erased among the users of these calls. */
  static ErasedUsers of(List<Call> calls, JdbcTransaction transaction) throws SQLException {
    Object orgs = calls.stream().map(Call::orgId).distinct().toArray(String[]::new);
    Set<String> found =
        Set.copyOf(transaction.select(TABLE.orgsWithErased(), row -> row.getString(1), orgs));
    if (found.isEmpty()) {
      return ErasedUsers.NONE;
    }
    ErasedUsersTable.Users users = ErasedUsersTable.Users.of(calls, found);
    return new ErasedUsers(
        transaction.select(TABLE.erased(), ErasedUserRows::fromRow, users.orgs(), users.hashes()));
  }

  private static ErasedUser fromRow(ResultSet row) throws SQLException {
    return new ErasedUser(
        row.getString("org_id"),
        row.getBytes("user_hash"),
        row.getObject("erased_until", OffsetDateTime.class).toInstant(),
        row.getString("pseudonym"));
  }
}

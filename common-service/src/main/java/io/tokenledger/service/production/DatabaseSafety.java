package io.tokenledger.service.production;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;

/**
 * What the server says of itself, rather than what is configured here.
 *
 * @param encrypted whether the connection that asked was
 * @param forgetful the settings that keep what is committed, as far as they do not, such as {@code
 *     fsync = off}
 * @param locksPerTransaction {@code max_locks_per_transaction}
 */
record DatabaseSafety(boolean encrypted, List<String> forgetful, int locksPerTransaction) {

  private static final String ASK =
      """
      SELECT coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
        (SELECT coalesce(array_agg(name || ' = ' || setting ORDER BY name), '{}') FROM pg_settings
         WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'
            OR name = 'synchronous_commit' AND setting IN ('off', 'local', 'remote_write')
        ) AS forgetful,
        current_setting('max_locks_per_transaction')::integer AS locks_per_transaction
      """;

  static Uni<DatabaseSafety> ask(Pool pool) {
    return pool.query(ASK).execute().map(rows -> of(Rows.only(rows)));
  }

  private static DatabaseSafety of(Row row) {
    return new DatabaseSafety(
        row.getBoolean("encrypted"),
        Arrays.asList(row.getArrayOfStrings("forgetful")),
        row.getInteger("locks_per_transaction"));
  }
}

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
 * @param switchedOff names of the settings that keep what is committed, as far as they are off
 */
record DatabaseSafety(boolean encrypted, List<String> switchedOff) {

  private static final String ASK =
      """
      SELECT coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
        (SELECT coalesce(array_agg(name ORDER BY name), '{}') FROM pg_settings
         WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
        ) AS switched_off
      """;

  static Uni<DatabaseSafety> ask(Pool pool) {
    return pool.query(ASK).execute().map(rows -> of(Rows.only(rows)));
  }

  private static DatabaseSafety of(Row row) {
    return new DatabaseSafety(
        row.getBoolean("encrypted"), Arrays.asList(row.getArrayOfStrings("switched_off")));
  }
}

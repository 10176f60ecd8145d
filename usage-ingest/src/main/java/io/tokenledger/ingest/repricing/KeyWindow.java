package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/**
 * A walk over the raw events in key order goes some days at a time: a statement that names no end
 * locks the partitions of all days that follow.
 */
final class KeyWindow {

  private static final int DAYS = 50;

  private static final String END_OF_NEXT_DAYS =
      """
      SELECT max(day) + 1 AS end_day FROM (
        SELECT day FROM raw.days_before('infinity') AS day
        WHERE day >= $1 ORDER BY day LIMIT $2) AS next_days""";

  private KeyWindow() {}

  /** The first key after the days, from that of {@code key} on; empty when none is left. */
  static Uni<Optional<UUID>> endAfter(UUID key, SqlClient client) {
    return client
        .preparedQuery(END_OF_NEXT_DAYS)
        .execute(Tuple.of(EventKey.dayOf(key), DAYS))
        .map(rows -> Optional.ofNullable(Rows.only(rows).getLocalDate("end_day")))
        .map(day -> day.map(KeyDays::firstKeyOf));
  }
}

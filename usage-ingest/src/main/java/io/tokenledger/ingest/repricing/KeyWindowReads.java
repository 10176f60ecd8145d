package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of a walk over the raw events in key order: a statement that names no end locks the
 * partitions of all days that follow. It begins behind {@code key} and {@code org}.
 *
 * @param end the first key that is not of it
 */
record KeyWindowReads(UUID key, String org, UUID end) {

  private static final int DAYS = 50;

  private static final String NEXT_DAY =
      "SELECT min(day) AS day FROM raw.days_before('infinity') AS day WHERE day >= $1";

  private static final String NEXT_DAY_WITH_UNPRICED =
      """
      SELECT min(greatest(first_day, $1)) AS day FROM raw.days_with_unpriced()
      WHERE last_day >= $1""";

  /**
   * The next one behind an event; empty when none is left.
   *
   * @param onlyUnpriced whether days that never had an event without a price are passed over
   */
  static Uni<Optional<KeyWindowReads>> behind(
      UUID key, String org, boolean onlyUnpriced, SqlClient client) {
    LocalDate day = EventKey.dayOf(key);
    return client
        .preparedQuery(onlyUnpriced ? NEXT_DAY_WITH_UNPRICED : NEXT_DAY)
        .execute(Tuple.of(day))
        .map(rows -> Optional.ofNullable(Rows.only(rows).getLocalDate("day")))
        .map(next -> next.map(first -> beginning(first.equals(day), first, key, org)));
  }

  private static KeyWindowReads beginning(boolean within, LocalDate first, UUID key, String org) {
    UUID end = KeyDays.firstKeyOf(first.plusDays(DAYS));
    return within
        ? new KeyWindowReads(key, org, end)
        : new KeyWindowReads(KeyDays.firstKeyOf(first), "", end);
  }
}

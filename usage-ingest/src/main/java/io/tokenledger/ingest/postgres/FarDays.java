package io.tokenledger.ingest.postgres;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code raw.far_day}: which days of keys hold events that occurred on other days. Reads look for
 * an event where its time says, and on the days that are noted here.
 */
@ApplicationScoped
class FarDays {

  private static final String NOTE =
      """
      INSERT INTO raw.far_day AS f (org_id, key_day, occurred_from, occurred_to)
      SELECT org_id, key_day, min(occurred), max(occurred)
      FROM unnest($1::text[], $2::date[], $3::date[]) AS far (org_id, key_day, occurred)
      GROUP BY org_id, key_day ORDER BY org_id, key_day
      ON CONFLICT (org_id, key_day) DO UPDATE SET
        occurred_from = least(f.occurred_from, EXCLUDED.occurred_from),
        occurred_to = greatest(f.occurred_to, EXCLUDED.occurred_to)
      WHERE f.occurred_from > EXCLUDED.occurred_from OR f.occurred_to < EXCLUDED.occurred_to""";

  private static final String LOOK_THROUGH_A_DAY = "SELECT raw.look_through_a_day()";

  private final Pool pool;

  FarDays(Pool pool) {
    this.pool = pool;
  }

  /** Notes, in the transaction that stores them, where far events lie: of most batches none is. */
  static void note(JdbcTransaction transaction, List<KeyedEvent> stored) throws SQLException {
    List<KeyedEvent> far = stored.stream().filter(KeyedEvent::isFar).toList();
    if (!far.isEmpty()) {
      transaction.execute(
          NOTE,
          far.stream().map(e -> e.event().event().orgId()).toArray(String[]::new),
          far.stream().map(e -> EventKey.dayOf(e.key())).toArray(LocalDate[]::new),
          far.stream().map(FarDays::dayOccurred).toArray(LocalDate[]::new));
    }
  }

  /** The days that the version before has left, one after another, each in a short transaction. */
  @Scheduled(
      every = "${tokenledger.ingest.partitions-every}",
      delayed = "${tokenledger.ingest.partitions-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> lookThrough() {
    return pool.query(LOOK_THROUGH_A_DAY)
        .execute()
        .map(rows -> Rows.only(rows).getBoolean(0))
        .repeat()
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static LocalDate dayOccurred(KeyedEvent event) {
    return LocalDate.ofInstant(event.event().event().occurredAt(), ZoneOffset.UTC);
  }
}

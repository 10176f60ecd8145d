package io.tokenledger.ingest.revisions;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.adjustments.SettledSql;
import io.tokenledger.ingest.postgres.RowKey;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.postgres.TransactionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The table {@code raw.event_revision}: what is kept takes its place when nothing of the event is
 * on its way any more. A chunk is one transaction, of events, adjustments and revisions together,
 * under the lock of repricing: nobody else changes a recorded event meanwhile.
 */
@ApplicationScoped
class PostgresRevisions {

  private static final TransactionLock CHUNK = TransactionLock.of("raw.reprice");

  /** Those that have waited longest. */
  private static final String NEXT =
      """
      SELECT event_key, org_id FROM raw.event_revision WHERE pending
      ORDER BY looked_at LIMIT $1""";

  /** The range of keys is there so that the other partitions are neither planned nor locked. */
  private static final String DUE =
      """
      SELECT e.event_key, e.org_id, e.revision AS recorded, v.kept,
        %s AND %s AS settled
      FROM raw.usage_event e
      JOIN (
        SELECT r.event_key, r.org_id, max(r.revision) AS kept FROM raw.event_revision r
        JOIN unnest($1::uuid[], $2::text[]) AS next (event_key, org_id) USING (event_key, org_id)
        WHERE r.pending GROUP BY r.event_key, r.org_id) AS v
        ON v.event_key = e.event_key AND v.org_id = e.org_id
      %s
      WHERE e.event_key BETWEEN $3 AND $4 AND e.event_key = ANY ($1::uuid[])
      ORDER BY e.event_key, e.org_id FOR UPDATE OF e"""
          .formatted(SettledSql.SETTLED, SettledSql.UNADJUSTED, SettledSql.JOINS);

  private final Pool pool;

  PostgresRevisions(Pool pool) {
    this.pool = pool;
  }

  /**
   * One chunk, of one day. While one instance is at it, the others find nothing.
   *
   * @param most revisions that are looked at
   * @return events that have another revision now; empty when there is nothing to look at
   */
  Uni<Optional<Integer>> applySome(int most) {
    return CHUNK.alone(pool, connection -> apply(connection, most));
  }

  private static Uni<Integer> apply(SqlConnection connection, int most) {
    return connection
        .preparedQuery(NEXT)
        .execute(Tuple.of(most))
        .map(PostgresRevisions::ofTheFirstDay)
        .chain(
            next ->
                next.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : due(connection, next).chain(due -> apply(connection, due)));
  }

  private static SortedSet<RowKey> ofTheFirstDay(RowSet<Row> next) {
    SortedSet<RowKey> keys = new TreeSet<>(RowKey.INDEX_ORDER);
    LocalDate day = null;
    for (RowKey key : Rows.all(next, RowKey::of)) {
      day = day == null ? EventKey.dayOf(key.eventKey()) : day;
      if (EventKey.dayOf(key.eventKey()).equals(day)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static Uni<List<DueRevisionRow>> due(SqlConnection connection, SortedSet<RowKey> next) {
    return connection
        .preparedQuery(DUE)
        .execute(
            Tuple.of(
                next.stream().map(RowKey::eventKey).toArray(UUID[]::new),
                next.stream().map(RowKey::orgId).toArray(String[]::new),
                next.first().eventKey(),
                next.last().eventKey()))
        .map(rows -> Rows.all(rows, DueRevisionRow::fromRow));
  }

  private static Uni<Integer> apply(SqlConnection connection, List<DueRevisionRow> due) {
    List<DueRevisionRow> taking = due.stream().filter(DueRevisionRow::takesPlace).toList();
    List<DueRevisionRow> done = due.stream().filter(d -> d.isSuperseded() || d.settled()).toList();
    List<DueRevisionRow> waiting = due.stream().filter(d -> !done.contains(d)).toList();
    return new RevisionWrites(connection, taking)
        .apply()
        .chain(() -> RevisionWrites.done(connection, done))
        .chain(() -> RevisionWrites.postpone(connection, waiting))
        .replaceWith(taking.size());
  }
}

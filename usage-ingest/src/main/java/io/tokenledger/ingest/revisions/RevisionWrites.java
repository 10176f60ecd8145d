package io.tokenledger.ingest.revisions;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.adjustments.PostgresAdjustmentNumbers;
import io.tokenledger.ingest.postgres.RevisionColumns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What one chunk writes, on the connection of its transaction. */
final class RevisionWrites {

  /**
   * As it counts at this moment, with the changes of its cost: that is what is taken back. The
   * range of keys is there so that the other partitions are not looked at.
   */
  private static final String KEEP_RECORDED =
      """
      INSERT INTO raw.event_revision AS kept (%s, recorded_at, pending)
      SELECT %s, e.recorded_at, false FROM raw.usage_event e
      JOIN unnest($1::uuid[], $2::text[]) AS taken (event_key, org_id) USING (event_key, org_id)
      WHERE e.event_key BETWEEN $3 AND $4
      ON CONFLICT (event_key, org_id, revision) DO UPDATE SET
        user_id = EXCLUDED.user_id, cost_nanos = EXCLUDED.cost_nanos,
        cache_saved_nanos = EXCLUDED.cache_saved_nanos,
        cost_status = EXCLUDED.cost_status, price_version = EXCLUDED.price_version,
        occurred_at = EXCLUDED.occurred_at, recorded_at = EXCLUDED.recorded_at,
        source_topic_id = EXCLUDED.source_topic_id, source_partition = EXCLUDED.source_partition,
        source_offset = EXCLUDED.source_offset"""
          .formatted(list(RevisionColumns.ALL, ""), list(RevisionColumns.ALL, "e."));

  private static final String ADJUST =
      """
      INSERT INTO raw.cost_adjustment (event_key, org_id, sequence, revision_before, revision_after,
        cost_nanos_before, cost_nanos_after, cost_status_before, cost_status_after,
        price_version_before, price_version_after, unpriced_requests_delta)
      SELECT event_key, org_id, taken.sequence, b.revision, n.revision, b.cost_nanos, n.cost_nanos,
        b.cost_status, n.cost_status, b.price_version, n.price_version,
        CASE WHEN n.cost_status = 'unpriced' THEN n.request_count ELSE 0 END
          - CASE WHEN b.cost_status = 'unpriced' THEN b.request_count ELSE 0 END
      FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
        AS taken (event_key, org_id, sequence, recorded, kept)
      JOIN raw.event_revision b USING (event_key, org_id)
      JOIN raw.event_revision n USING (event_key, org_id)
      WHERE b.revision = taken.recorded AND n.revision = taken.kept""";

  private static final String TAKE_PLACE =
      """
      UPDATE raw.usage_event AS e SET %s
      FROM raw.event_revision n
      JOIN unnest($1::uuid[], $2::text[], $3::bigint[]) AS taken (event_key, org_id, revision)
        USING (event_key, org_id, revision)
      WHERE e.event_key = n.event_key AND e.org_id = n.org_id AND e.event_key BETWEEN $4 AND $5"""
          .formatted(
              RevisionColumns.REVISABLE.stream()
                  .map(column -> column + " = n." + column)
                  .collect(joining(", ")));

  /** Nobody knows any more which price book they were held against. */
  private static final String NOTE_UNPRICED =
      """
      SELECT raw.note_unpriced(-1, '') FROM (
        SELECT FROM raw.event_revision
        JOIN unnest($1::uuid[], $2::text[], $3::bigint[]) AS taken (event_key, org_id, revision)
          USING (event_key, org_id, revision)
        WHERE cost_status IN ('unpriced', 'partial') LIMIT 1) AS unpriced""";

  private static final String DONE =
      """
      UPDATE raw.event_revision AS r SET pending = false
      FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS done (event_key, org_id, kept)
      WHERE r.event_key = done.event_key AND r.org_id = done.org_id AND r.revision <= done.kept
        AND r.pending""";

  private static final String POSTPONE =
      """
      UPDATE raw.event_revision AS r SET looked_at = clock_timestamp()
      FROM unnest($1::uuid[], $2::text[]) AS waiting (event_key, org_id)
      WHERE r.event_key = waiting.event_key AND r.org_id = waiting.org_id AND r.pending""";

  private final SqlConnection connection;
  private final List<DueRevisionRow> taking;

  /**
   * @param taking in key order
   */
  RevisionWrites(SqlConnection connection, List<DueRevisionRow> taking) {
    this.connection = connection;
    this.taking = taking;
  }

  Uni<Void> apply() {
    if (taking.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID[] keys = keys(taking);
    UUID first = keys[0];
    UUID last = keys[keys.length - 1];
    return execute(connection, KEEP_RECORDED, Tuple.of(keys, orgs(taking), first, last))
        .chain(() -> PostgresAdjustmentNumbers.take(connection, orgs(taking)))
        .chain(
            numbers ->
                execute(
                    connection,
                    ADJUST,
                    Tuple.of(
                        keys,
                        orgs(taking),
                        numbers,
                        values(taking, Long[]::new, DueRevisionRow::recorded),
                        kept(taking))))
        .chain(
            () ->
                execute(
                    connection,
                    TAKE_PLACE,
                    Tuple.of(keys, orgs(taking), kept(taking), first, last)))
        .chain(
            () -> execute(connection, NOTE_UNPRICED, Tuple.of(keys, orgs(taking), kept(taking))));
  }

  /** They are not looked at again. */
  static Uni<Void> done(SqlConnection connection, List<DueRevisionRow> done) {
    return done.isEmpty()
        ? Uni.createFrom().voidItem()
        : execute(connection, DONE, Tuple.of(keys(done), orgs(done), kept(done)));
  }

  /** The others come first. */
  static Uni<Void> postpone(SqlConnection connection, List<DueRevisionRow> waiting) {
    return waiting.isEmpty()
        ? Uni.createFrom().voidItem()
        : execute(connection, POSTPONE, Tuple.of(keys(waiting), orgs(waiting)));
  }

  private static Uni<Void> execute(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
  }

  private static UUID[] keys(List<DueRevisionRow> of) {
    return values(of, UUID[]::new, DueRevisionRow::eventKey);
  }

  private static String[] orgs(List<DueRevisionRow> of) {
    return values(of, String[]::new, DueRevisionRow::orgId);
  }

  private static Long[] kept(List<DueRevisionRow> of) {
    return values(of, Long[]::new, DueRevisionRow::kept);
  }

  private static <T> T[] values(
      List<DueRevisionRow> of, IntFunction<T[]> array, Function<DueRevisionRow, T> value) {
    return of.stream().map(value).toArray(array);
  }

  private static String list(List<String> columns, String prefix) {
    return columns.stream().map(prefix::concat).collect(joining(", "));
  }
}

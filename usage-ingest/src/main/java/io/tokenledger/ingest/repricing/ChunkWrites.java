package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.adjustments.PostgresAdjustmentNumbers;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What one chunk of a run writes, on the connection of its transaction. */
final class ChunkWrites {

  private static final String DIFFERENCES =
      """
      INSERT INTO raw.reprice_difference AS d (run_id, org_id, usage_date, events, cost_nanos_before,
        cost_nanos_after, unpriced_requests_delta)
      SELECT $1::uuid, org_id, usage_date, count(*), sum(before), sum(after), sum(unpriced)
      FROM unnest($2::text[], $3::date[], $4::bigint[], $5::bigint[], $6::bigint[]) AS change
        (org_id, usage_date, before, after, unpriced)
      GROUP BY org_id, usage_date ORDER BY org_id, usage_date
      ON CONFLICT (run_id, org_id, usage_date) DO UPDATE SET
        events = d.events + EXCLUDED.events,
        cost_nanos_before = d.cost_nanos_before + EXCLUDED.cost_nanos_before,
        cost_nanos_after = d.cost_nanos_after + EXCLUDED.cost_nanos_after,
        unpriced_requests_delta = d.unpriced_requests_delta + EXCLUDED.unpriced_requests_delta""";

  /** The range of keys is there so that the other partitions are not looked at. */
  private static final String UPDATE_EVENTS =
      """
      UPDATE raw.usage_event AS e
      SET cost_nanos = change.nanos, cost_status = change.status, price_version = change.version,
        cache_saved_nanos = change.saved
      FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $8::bigint[])
        AS change (event_key, org_id, nanos, status, version, saved)
      WHERE e.event_key = change.event_key AND e.org_id = change.org_id
        AND e.event_key BETWEEN $6 AND $7""";

  private static final String INSERT_ADJUSTMENTS =
      """
      INSERT INTO raw.cost_adjustment (run_id, event_key, org_id, sequence, cost_nanos_before,
        cost_nanos_after, cost_status_before, cost_status_after, price_version_before,
        price_version_after, unpriced_requests_delta, cache_saved_nanos_delta,
        cache_saved_tokens_delta)
      SELECT $1::uuid, * FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
        $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[], $12::bigint[],
        $13::bigint[])""";

  private static final String NOTE_UNPRICED = "SELECT raw.note_unpriced(-1, '')";

  private final SqlConnection connection;
  private final UUID run;
  private final List<CostChange> changes;

  /**
   * @param changes in key order
   */
  ChunkWrites(SqlConnection connection, UUID run, List<CostChange> changes) {
    this.connection = connection;
    this.run = run;
    this.changes = changes;
  }

  /** What a dry run writes. */
  Uni<Void> noteDifferences() {
    return execute(
        DIFFERENCES,
        Tuple.tuple()
            .addValue(run)
            .addValue(orgs())
            .addValue(values(LocalDate[]::new, CostChange::day))
            .addValue(values(Long[]::new, change -> change.event().costNanos()))
            .addValue(values(Long[]::new, CostChange::costNanos))
            .addValue(values(Long[]::new, CostChange::unpricedRequestsDelta)));
  }

  Uni<Void> apply() {
    return changes.isEmpty()
        ? Uni.createFrom().voidItem()
        : noteDifferences()
            .chain(this::updateEvents)
            .chain(() -> PostgresAdjustmentNumbers.take(connection, orgs()))
            .chain(this::insertAdjustments)
            .chain(this::noteUnpriced);
  }

  /** An instance with a later book may have looked at them when they had a price. */
  private Uni<Void> noteUnpriced() {
    return changes.stream().noneMatch(change -> change.costStatus().lacksPrice())
        ? Uni.createFrom().voidItem()
        : connection.query(NOTE_UNPRICED).execute().replaceWithVoid();
  }

  private Uni<Void> updateEvents() {
    UUID[] keys = keys();
    return execute(
        UPDATE_EVENTS,
        Tuple.tuple()
            .addValue(keys)
            .addValue(orgs())
            .addValue(values(Long[]::new, CostChange::costNanos))
            .addValue(values(String[]::new, change -> change.costStatus().code()))
            .addValue(values(String[]::new, CostChange::priceVersion))
            .addValue(keys[0])
            .addValue(keys[keys.length - 1])
            .addValue(values(Long[]::new, ChunkWrites::savedOrNull)));
  }

  private Uni<Void> insertAdjustments(Long[] numbers) {
    return execute(
        INSERT_ADJUSTMENTS,
        Tuple.tuple()
            .addValue(run)
            .addValue(keys())
            .addValue(orgs())
            .addValue(numbers)
            .addValue(values(Long[]::new, change -> change.event().costNanos()))
            .addValue(values(Long[]::new, CostChange::costNanos))
            .addValue(values(String[]::new, change -> change.event().costStatus().code()))
            .addValue(values(String[]::new, change -> change.costStatus().code()))
            .addValue(values(String[]::new, change -> change.event().priceVersion()))
            .addValue(values(String[]::new, CostChange::priceVersion))
            .addValue(values(Long[]::new, CostChange::unpricedRequestsDelta))
            .addValue(values(Long[]::new, CostChange::cacheSavedNanosDelta))
            .addValue(values(Long[]::new, CostChange::cacheSavedTokensDelta)));
  }

  private static Long savedOrNull(CostChange change) {
    OptionalLong saved = change.cacheSavedNanos();
    return saved.isPresent() ? saved.getAsLong() : null;
  }

  private Uni<Void> execute(String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
  }

  private UUID[] keys() {
    return values(UUID[]::new, change -> change.event().eventKey());
  }

  private String[] orgs() {
    return values(String[]::new, change -> change.event().orgId());
  }

  private <T> T[] values(IntFunction<T[]> array, Function<CostChange, T> value) {
    return changes.stream().map(value).toArray(array);
  }
}

package io.tokenledger.aggregate.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.CountedSource;
import io.tokenledger.aggregate.Position;
import io.tokenledger.aggregate.RollupDelta;
import io.tokenledger.aggregate.RollupDeltas;
import io.tokenledger.aggregate.RollupKey;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.service.postgres.ErasedUsersTable;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One transaction on one connection. */
final class PostgresRollupTransaction implements RollupStore.Transaction {

  private static final String ENSURE_POSITIONS =
      """
      INSERT INTO rollup.consumer_position (topic_id, source_partition, next_offset)
      SELECT $1, source_partition, 0 FROM unnest($2::integer[]) AS batch (source_partition)
      ORDER BY source_partition
      ON CONFLICT DO NOTHING""";

  private static final String LOCK_POSITIONS =
      """
      SELECT source_partition, next_offset, coalesce(read_to, next_offset) AS read_to
      FROM rollup.consumer_position
      WHERE topic_id = $1 AND source_partition = ANY ($2::integer[])
      ORDER BY source_partition
      FOR UPDATE""";

  private static final String STORE_POSITIONS =
      """
      UPDATE rollup.consumer_position AS p
      SET next_offset = moved.next_offset, read_to = nullif(moved.read_to, moved.next_offset)
      FROM unnest($2::integer[], $3::bigint[], $4::bigint[])
        AS moved (source_partition, next_offset, read_to)
      WHERE p.topic_id = $1 AND p.source_partition = moved.source_partition""";

  private static final String COUNTED =
      """
      SELECT org_id, source_topic_id, source_partition, counted_through
      FROM rollup.counted_source
      JOIN unnest($1::text[], $2::uuid[], $3::integer[])
        AS asked (org_id, source_topic_id, source_partition)
        USING (org_id, source_topic_id, source_partition)""";

  private static final String COUNTED_THROUGH =
      """
      INSERT INTO rollup.counted_source AS c
        (org_id, source_topic_id, source_partition, counted_through)
      SELECT * FROM unnest($1::text[], $2::uuid[], $3::integer[], $4::bigint[]) AS batch
        (org_id, source_topic_id, source_partition, counted_through)
      ORDER BY org_id, source_topic_id, source_partition
      ON CONFLICT (org_id, source_topic_id, source_partition)
      DO UPDATE SET counted_through = greatest(c.counted_through, EXCLUDED.counted_through)""";

  private static final String ENSURE_ADJUSTMENTS =
      """
      INSERT INTO rollup.counted_adjustment (org_id, counted_through)
      SELECT org_id, 0 FROM unnest($1::text[]) AS batch (org_id) ORDER BY org_id
      ON CONFLICT DO NOTHING""";

  private static final String LOCK_ADJUSTMENTS =
      """
      SELECT org_id, counted_through FROM rollup.counted_adjustment
      WHERE org_id = ANY ($1::text[]) ORDER BY org_id FOR UPDATE""";

  private static final String ADJUSTED_THROUGH =
      """
      UPDATE rollup.counted_adjustment AS c SET counted_through = batch.counted_through
      FROM unnest($1::text[], $2::bigint[]) AS batch (org_id, counted_through)
      WHERE c.org_id = batch.org_id""";

  /** By number first, which has the index. */
  private static final String RECORDED_IDS =
      """
      SELECT a.id FROM unnest($1::text[], $2::bigint[], $3::uuid[]) AS sent (org_id, sequence, id)
      JOIN raw.recorded_adjustment a USING (org_id, sequence, id)""";

  private static final ErasedUsersTable ERASED_USERS = new ErasedUsersTable("rollup.erased_user");

  private final SqlConnection connection;

  PostgresRollupTransaction(SqlConnection connection) {
    this.connection = connection;
  }

  @Override
  public Uni<Map<Integer, Position>> lockPositions(UUID topicId, Set<Integer> partitions) {
    Tuple parameters = Tuple.of(topicId, partitions.toArray(Integer[]::new));
    return connection
        .preparedQuery(ENSURE_POSITIONS)
        .execute(parameters)
        .chain(() -> connection.preparedQuery(LOCK_POSITIONS).execute(parameters))
        .map(PostgresRollupStore::positionsOf);
  }

  @Override
  public Uni<Map<CountedSource, Long>> countedThrough(Set<CountedSource> sources) {
    List<CountedSource> asked = List.copyOf(sources);
    return connection
        .preparedQuery(COUNTED)
        .execute(
            Tuple.of(
                asked.stream().map(CountedSource::orgId).toArray(String[]::new),
                asked.stream().map(CountedSource::topicId).toArray(UUID[]::new),
                asked.stream().map(CountedSource::partition).toArray(Integer[]::new)))
        .map(
            rows ->
                Rows.map(
                    rows,
                    row -> new CountedSource(row.getString(0), row.getUUID(1), row.getInteger(2)),
                    row -> row.getLong(3)));
  }

  @Override
  public Uni<Map<String, Long>> lockAdjustments(Set<String> orgIds) {
    Tuple parameters = Tuple.of((Object) orgIds.toArray(String[]::new));
    return connection
        .preparedQuery(ENSURE_ADJUSTMENTS)
        .execute(parameters)
        .chain(() -> connection.preparedQuery(LOCK_ADJUSTMENTS).execute(parameters))
        .map(rows -> Rows.map(rows, row -> row.getString(0), row -> row.getLong(1)));
  }

  /** Where no id was sent, the schema {@code raw} may be of before there were any. */
  @Override
  public Uni<Set<UUID>> recordedIds(List<Adjustment> adjustments) {
    List<Adjustment> named = adjustments.stream().filter(a -> a.id().isPresent()).toList();
    return named.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : connection
            .preparedQuery(RECORDED_IDS)
            .execute(
                Tuple.of(
                    named.stream().map(Recorded::orgId).toArray(String[]::new),
                    named.stream().map(Adjustment::sequence).toArray(Long[]::new),
                    named.stream().map(a -> a.id().orElseThrow()).toArray(UUID[]::new)))
            .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getUUID(0))));
  }

  @Override
  public Uni<ErasedUsers> erasedUsers(List<Call> calls) {
    return ERASED_USERS.of(calls, connection);
  }

  @Override
  public Uni<Void> add(RollupDeltas deltas) {
    return add(RollupTables.ORG_DAILY, deltas.orgDays())
        .chain(() -> add(RollupTables.ORG_USER_DAILY, deltas.orgUserDays()))
        .chain(() -> add(RollupTables.ORG_QUARTER_HOUR, deltas.orgQuarterHours()))
        .chain(() -> add(RollupTables.ORG_TAG_DAILY, deltas.orgTagDays()))
        .chain(() -> add(RollupTables.CONVERSATION, deltas.conversations()))
        .chain(() -> raise(deltas.countedThrough()))
        .chain(() -> moveAdjustments(deltas.adjustedThrough()));
  }

  @Override
  public Uni<Void> storePositions(UUID topicId, Map<Integer, Position> positions) {
    Integer[] partitions = positions.keySet().toArray(Integer[]::new);
    List<Position> moved = Stream.of(partitions).map(positions::get).toList();
    Long[] offsets = moved.stream().map(Position::counted).toArray(Long[]::new);
    Long[] ends = moved.stream().map(Position::readTo).toArray(Long[]::new);
    return connection
        .preparedQuery(STORE_POSITIONS)
        .execute(Tuple.of(topicId, partitions, offsets, ends))
        .replaceWithVoid();
  }

  private <K extends RollupKey & Comparable<K>> Uni<Void> add(
      RollupTable<K> table, Map<K, RollupDelta> deltas) {
    return deltas.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(table.upsertSql())
            .execute(table.arraysOf(deltas))
            .replaceWithVoid();
  }

  private Uni<Void> raise(Map<CountedSource, Long> countedThrough) {
    List<CountedSource> sources = List.copyOf(countedThrough.keySet());
    return sources.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(COUNTED_THROUGH)
            .execute(
                Tuple.of(
                    sources.stream().map(CountedSource::orgId).toArray(String[]::new),
                    sources.stream().map(CountedSource::topicId).toArray(UUID[]::new),
                    sources.stream().map(CountedSource::partition).toArray(Integer[]::new),
                    sources.stream().map(countedThrough::get).toArray(Long[]::new)))
            .replaceWithVoid();
  }

  private Uni<Void> moveAdjustments(Map<String, Long> adjustedThrough) {
    String[] orgs = adjustedThrough.keySet().toArray(String[]::new);
    Long[] numbers = adjustedThrough.values().toArray(Long[]::new);
    return orgs.length == 0
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(ADJUSTED_THROUGH)
            .execute(Tuple.of(orgs, numbers))
            .replaceWithVoid();
  }
}

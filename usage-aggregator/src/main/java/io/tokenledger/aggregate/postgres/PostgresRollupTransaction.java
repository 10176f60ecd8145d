package io.tokenledger.aggregate.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.CountedSource;
import io.tokenledger.aggregate.RollupDelta;
import io.tokenledger.aggregate.RollupDeltas;
import io.tokenledger.aggregate.RollupKey;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.service.postgres.ErasedUsersTable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
      SELECT source_partition, next_offset FROM rollup.consumer_position
      WHERE topic_id = $1 AND source_partition = ANY ($2::integer[])
      ORDER BY source_partition
      FOR UPDATE""";

  private static final String STORE_POSITIONS =
      """
      UPDATE rollup.consumer_position AS p SET next_offset = moved.next_offset
      FROM unnest($2::integer[], $3::bigint[]) AS moved (source_partition, next_offset)
      WHERE p.topic_id = $1 AND p.source_partition = moved.source_partition""";

  private static final String COUNTED_THROUGH =
      """
      INSERT INTO rollup.counted_source AS c
        (org_id, source_topic_id, source_partition, counted_through)
      SELECT * FROM unnest($1::text[], $2::uuid[], $3::integer[], $4::bigint[]) AS batch
        (org_id, source_topic_id, source_partition, counted_through)
      ORDER BY org_id, source_topic_id, source_partition
      ON CONFLICT (org_id, source_topic_id, source_partition)
      DO UPDATE SET counted_through = greatest(c.counted_through, EXCLUDED.counted_through)""";

  private static final ErasedUsersTable ERASED_USERS = new ErasedUsersTable("rollup.erased_user");

  private final SqlConnection connection;

  PostgresRollupTransaction(SqlConnection connection) {
    this.connection = connection;
  }

  @Override
  public Uni<Map<Integer, Long>> lockPositions(UUID topicId, Set<Integer> partitions) {
    Tuple parameters = Tuple.of(topicId, partitions.toArray(Integer[]::new));
    return connection
        .preparedQuery(ENSURE_POSITIONS)
        .execute(parameters)
        .chain(() -> connection.preparedQuery(LOCK_POSITIONS).execute(parameters))
        .map(PostgresRollupStore::positionsOf);
  }

  @Override
  public Uni<ErasedUsers> erasedUsers(Set<String> orgIds) {
    return ERASED_USERS.of(orgIds, connection);
  }

  @Override
  public Uni<Void> add(RollupDeltas deltas) {
    return add(RollupTables.ORG_DAILY, deltas.orgDays())
        .chain(() -> add(RollupTables.ORG_USER_DAILY, deltas.orgUserDays()))
        .chain(() -> add(RollupTables.ORG_QUARTER_HOUR, deltas.orgQuarterHours()))
        .chain(() -> add(RollupTables.ORG_TAG_DAILY, deltas.orgTagDays()))
        .chain(() -> add(RollupTables.CONVERSATION, deltas.conversations()))
        .chain(() -> raise(deltas.countedThrough()));
  }

  @Override
  public Uni<Void> storePositions(UUID topicId, Map<Integer, Long> positions) {
    Integer[] partitions = positions.keySet().toArray(Integer[]::new);
    Long[] offsets = positions.values().toArray(Long[]::new);
    return connection
        .preparedQuery(STORE_POSITIONS)
        .execute(Tuple.of(topicId, partitions, offsets))
        .replaceWithVoid();
  }

  private <K extends RollupKey> Uni<Void> add(RollupTable<K> table, Map<K, RollupDelta> deltas) {
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
}

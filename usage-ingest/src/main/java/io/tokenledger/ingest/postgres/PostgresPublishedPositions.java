package io.tokenledger.ingest.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.PublishedPositions;
import io.tokenledger.ingest.TopicPositions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The positions in {@code raw.published_position}. */
@ApplicationScoped
class PostgresPublishedPositions implements PublishedPositions {

  private static final String SELECT =
      "SELECT source_partition, published_below FROM raw.published_position WHERE topic_id = $1";

  private static final String RAISE =
      """
      INSERT INTO raw.published_position AS p (topic_id, source_partition, published_below)
      SELECT $1, source_partition, batch.published_below
      FROM unnest($2::integer[], $3::bigint[], $4::bigint[])
        AS batch (source_partition, published_below, noted_before)
      WHERE $1 = (SELECT epoch FROM raw.current_source)
        AND noted_before <= coalesce((
          SELECT n.published_below FROM raw.published_position n
          WHERE n.topic_id = $1 AND n.source_partition = batch.source_partition), 0)
      ON CONFLICT (topic_id, source_partition)
      DO UPDATE SET published_below = greatest(p.published_below, EXCLUDED.published_below)""";

  private final Pool pool;

  PostgresPublishedPositions(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Map<Integer, Long>> of(UUID source) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(source))
        .map(
            rows -> {
              Map<Integer, Long> positions = new HashMap<>();
              rows.forEach(row -> positions.put(row.getInteger(0), row.getLong(1)));
              return positions;
            });
  }

  @Override
  public Uni<Void> raise(TopicPositions publishedBelow) {
    return raise(pool, publishedBelow);
  }

  static Uni<Void> raise(SqlClient client, TopicPositions publishedBelow) {
    return client
        .preparedQuery(RAISE)
        .execute(Tuple.from(parameters(publishedBelow)))
        .invoke(rows -> requireCurrent(publishedBelow, rows.rowCount()))
        .replaceWithVoid();
  }

  /** The same in the transaction of a batch. */
  static void raise(JdbcTransaction transaction, TopicPositions publishedBelow)
      throws SQLException {
    requireCurrent(publishedBelow, transaction.execute(RAISE, parameters(publishedBelow)));
  }

  /** The rows in partition order: every transaction locks them in the same. */
  private static Object[] parameters(TopicPositions publishedBelow) {
    Map<Integer, Long> sorted = new TreeMap<>(publishedBelow.offsets());
    return new Object[] {
      publishedBelow.source(),
      sorted.keySet().toArray(Integer[]::new),
      sorted.values().toArray(Long[]::new),
      sorted.keySet().stream()
          .map(partition -> publishedBelow.notedBefore().getOrDefault(partition, 0L))
          .toArray(Long[]::new)
    };
  }

  /** A batch of another history than the database's stores nothing. */
  private static void requireCurrent(TopicPositions publishedBelow, int raised) {
    if (raised < publishedBelow.offsets().size()) {
      throw new IllegalStateException(
          "The epoch of usage.events is over, or the database has lost commits: " + publishedBelow);
    }
  }
}

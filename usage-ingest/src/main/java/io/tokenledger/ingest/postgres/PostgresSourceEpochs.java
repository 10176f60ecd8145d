package io.tokenledger.ingest.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.SourceEpochs;
import io.tokenledger.ingest.TopicPositions;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The epochs in {@code raw.source_epoch}. */
@ApplicationScoped
class PostgresSourceEpochs implements SourceEpochs {

  private static final String CURRENT_OF_TOPIC =
      """
      SELECT epoch FROM raw.source_epoch
      WHERE topic_id = $1 AND epoch = (SELECT epoch FROM raw.current_source)""";

  private static final String BEGIN = "SELECT raw.begin_source_epoch($1, $2, $3)";

  private final Pool pool;

  PostgresSourceEpochs(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<UUID> currentOf(UUID topicId) {
    return pool.preparedQuery(CURRENT_OF_TOPIC)
        .execute(Tuple.of(topicId))
        .chain(
            rows ->
                rows.size() == 0
                    ? begin(topicId, null, Map.of(), "the topic is met for the first time")
                    : Uni.createFrom().item(Rows.only(rows).getUUID(0)));
  }

  @Override
  public Uni<UUID> begin(UUID topicId, UUID over, Map<Integer, Long> publishedBelow, String why) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(topicId, over, why))
                .map(rows -> Rows.only(rows).getUUID(0))
                .call(epoch -> beginAt(connection, new TopicPositions(epoch, publishedBelow))));
  }

  private static Uni<Void> beginAt(SqlConnection connection, TopicPositions positions) {
    return positions.offsets().isEmpty()
        ? Uni.createFrom().voidItem()
        : PostgresPublishedPositions.raise(connection, positions);
  }
}

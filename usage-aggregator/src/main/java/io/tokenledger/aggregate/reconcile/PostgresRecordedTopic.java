package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of the partitions of {@code usage.recorded}: {@code rollup.recorded_topic}. */
@ApplicationScoped
class PostgresRecordedTopic {

  /**
   * Of a topic that is seen for the first time, only partitions that were counted can be in order:
   * others may have been added while no instance looked.
   */
  private static final String NOTE =
      """
      WITH made_again AS (DELETE FROM rollup.recorded_topic WHERE topic_id <> $1)
      INSERT INTO rollup.recorded_topic AS t (topic_id, in_order, partitions)
      SELECT $1, least($2, coalesce(max(source_partition) + 1, $2)), $2
      FROM rollup.consumer_position WHERE topic_id = $1
      ON CONFLICT (topic_id) DO UPDATE SET
        in_order = least(t.in_order, EXCLUDED.partitions),
        partitions = EXCLUDED.partitions,
        seen_at = CASE t.partitions WHEN EXCLUDED.partitions THEN t.seen_at ELSE now() END
      RETURNING partitions > in_order AS grown,
        seen_at < now() - make_interval(secs => $3) AS agreed_on""";

  private static final String IN_ORDER =
      """
      UPDATE rollup.recorded_topic SET in_order = partitions
      WHERE topic_id = $1 AND partitions = $2 AND NOT EXISTS (
        SELECT FROM unnest($3::integer[], $4::bigint[]) AS sent (source_partition, below)
        LEFT JOIN (SELECT * FROM rollup.consumer_position WHERE topic_id = $1) AS p
          USING (source_partition)
        WHERE coalesce(p.next_offset, 0) < sent.below)""";

  private static final String KNOWN = "SELECT topic_id, in_order FROM rollup.recorded_topic";

  private final Pool pool;
  private final KafkaRecordedTopic kafka;

  PostgresRecordedTopic(Pool pool, KafkaRecordedTopic kafka) {
    this.pool = pool;
    this.kafka = kafka;
  }

  /**
   * Notes how many partitions there are.
   *
   * @param agreement how long it takes until all who send agree on the number
   */
  Uni<Growth> note(RecordedTopic topic, Duration agreement) {
    return pool.preparedQuery(NOTE)
        .execute(Tuple.of(topic.id(), topic.partitions(), (double) agreement.toSeconds()))
        .map(rows -> growthOf(Rows.only(rows)));
  }

  /**
   * Notes that messages are in order again, if everything below these offsets is counted.
   *
   * @return whether it is
   */
  Uni<Boolean> inOrderIfCounted(RecordedTopic topic, Map<Integer, Long> below) {
    return pool.preparedQuery(IN_ORDER)
        .execute(
            Tuple.of(
                topic.id(),
                topic.partitions(),
                below.keySet().toArray(Integer[]::new),
                below.values().toArray(Long[]::new)))
        .map(rows -> rows.rowCount() > 0);
  }

  /**
   * Fails with {@link PartitionsAdded} when what this transaction sees as counted may be out of
   * order. Kafka is asked after the snapshot, or the lock, is taken: whoever sent what is counted
   * there knew no more partitions than Kafka has now.
   */
  Uni<Void> requireOrder(SqlConnection transaction) {
    return transaction
        .query(KNOWN)
        .execute()
        .map(rows -> Rows.first(rows, PostgresRecordedTopic::knownOf))
        .chain(known -> kafka.now().invoke(topic -> require(known, topic)))
        .replaceWithVoid();
  }

  private static void require(Optional<RecordedTopic> known, RecordedTopic topic) {
    boolean inOrder =
        known
            .filter(k -> k.id().equals(topic.id()) && k.partitions() >= topic.partitions())
            .isPresent();
    if (!inOrder) {
      throw new PartitionsAdded();
    }
  }

  private static RecordedTopic knownOf(Row row) {
    UUID id = row.getUUID("topic_id");
    return new RecordedTopic(id, row.getInteger("in_order"));
  }

  private static Growth growthOf(Row row) {
    if (!row.getBoolean("grown")) {
      return Growth.NONE;
    }
    return row.getBoolean("agreed_on") ? Growth.AGREED_ON : Growth.FRESH;
  }

  /** Whether partitions were added, and everybody who sends knows it. */
  enum Growth {
    NONE,
    FRESH,
    AGREED_ON
  }
}

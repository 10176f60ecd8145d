package io.tokenledger.aggregate.kafka;

import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows that are open when something happens, each event of which must count once. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class AggregatorBatchesIT {

  private static final TopicPartition PARTITION = new TopicPartition("usage.recorded", 0);

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

  @Inject AggregatorClients clients;
  @Inject UsageAggregator aggregator;
  @Inject RollupStore store;
  @Inject AggregatorMetrics metrics;

  @BeforeEach
  void assign() {
    consumer.assign(List.of(PARTITION));
    consumer.updateEndOffsets(Map.of(PARTITION, 100L));
  }

  @Test
  void windowsFollowOnOneAnother() throws SQLException {
    AggregatorBatches lane = begun();
    lane.fold(topic, polled(0, 10));
    lane.fold(topic, polled(10, 15));
    assertThat(requests()).isZero();
    assertThat(lane.flush(consumer)).isTrue();
    lane.fold(topic, polled(15, 20));
    assertThat(lane.flush(consumer)).isTrue();

    assertThat(requests()).isEqualTo(20);
    assertThat(begin(lane)).containsEntry(PARTITION, 20L);
  }

  @Test
  void whatWasFoldedWhenPartitionsWereTakenAwayIsReadAgain() throws SQLException {
    AggregatorBatches lane = begun();
    lane.fold(topic, polled(0, 10));
    lane.revoked();
    assertThat(begin(lane)).isEmpty();
    lane.fold(topic, polled(0, 10));
    begin(lane);
    lane.fold(topic, polled(0, 10));
    assertThat(lane.flush(consumer)).isTrue();

    assertThat(requests()).isEqualTo(10);
  }

  @Test
  void whoLostItsPartitionsAndDoesNotKnowItCountsNothing() throws SQLException {
    AggregatorBatches zombie = begun();
    zombie.fold(topic, polled(0, 10));
    AggregatorBatches owner = begun();
    owner.fold(topic, polled(0, 4));
    assertThat(owner.flush(consumer)).isTrue();

    assertThat(zombie.flush(consumer)).isFalse();
    assertThat(requests()).isEqualTo(4);
    assertThat(begin(zombie)).containsEntry(PARTITION, 4L);
    zombie.fold(topic, polled(4, 10));
    assertThat(zombie.flush(consumer)).isTrue();
    assertThat(requests()).isEqualTo(10);
  }

  @Test
  void belowThePositionNothingIsFolded() throws SQLException {
    AggregatorBatches lane = begun();
    lane.fold(topic, polled(0, 10));
    assertThat(lane.flush(consumer)).isTrue();
    consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(3)));

    assertThat(begin(lane)).containsEntry(PARTITION, 3L);
    assertThat(lane.mayFold()).isFalse();
    lane.handle(topic, polled(3, 12), consumer);
    assertThat(lane.mayFold()).isTrue();
    assertThat(requests()).isEqualTo(12);
  }

  /** Kafka came back with less, and PostgreSQL is put back while the lane reads it again. */
  @Test
  void whatTheDatabaseLosesBelowThePositionIsNoticed() throws SQLException {
    AggregatorBatches lane = begun();
    lane.fold(topic, polled(0, 10));
    assertThat(lane.flush(consumer)).isTrue();
    consumer.updateEndOffsets(Map.of(PARTITION, 5L));
    assertThat(begin(lane)).isEmpty();
    lane.handle(topic, polled(0, 5), consumer);
    lane.handle(topic, polledFrom(5, 10, 12), consumer);
    assertThat(requests()).isEqualTo(12);

    for (String earlier : List.of("5", "NULL")) {
      readTo(earlier);
      assertThatThrownBy(() -> lane.handle(topic, polledFrom(7, 12, 13), consumer))
          .hasMessageContaining("has lost commits");
    }
    readTo("7");
    lane.handle(topic, polledFrom(7, 12, 13), consumer);
    assertThat(requests()).isEqualTo(13);
  }

  private AggregatorBatches begun() {
    AggregatorBatches lane = new AggregatorBatches(clients, aggregator, store, metrics);
    begin(lane);
    return lane;
  }

  private Map<TopicPartition, Long> begin(AggregatorBatches lane) {
    return lane.startOf(topic, Set.of(PARTITION), consumer);
  }

  private ConsumerRecords<byte[], byte[]> polled(int from, int to) {
    return polledFrom(from, from, to);
  }

  private ConsumerRecords<byte[], byte[]> polledFrom(long offset, int fromId, int toId) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long next = offset;
    for (int id = fromId; id < toId; id++) {
      byte[] value = RecordedUsageCodec.encode(usage(org, id));
      records.add(
          new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), next++, null, value));
    }
    return new ConsumerRecords<>(
        Map.of(PARTITION, records), Map.of(PARTITION, new OffsetAndMetadata(next)));
  }

  private void readTo(String offset) throws SQLException {
    try (Connection connection = RawRows.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE rollup.consumer_position SET read_to = "
                    + offset
                    + " WHERE topic_id = ?")) {
      statement.setObject(1, topic);
      statement.executeUpdate();
    }
  }

  private long requests() throws SQLException {
    try (Connection connection = RawRows.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT coalesce(sum(request_count), 0) FROM rollup.org_daily_usage WHERE org_id = ?")) {
      statement.setString(1, org);
      ResultSet found = statement.executeQuery();
      found.next();
      return found.getLong(1);
    }
  }
}

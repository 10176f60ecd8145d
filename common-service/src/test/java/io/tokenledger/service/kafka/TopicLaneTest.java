package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.tokenledger.service.kafka.LaneWork.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TopicLaneTest {

  private static final TopicPartition FIRST = new TopicPartition("topic", 0);
  private static final TopicPartition SECOND = new TopicPartition("topic", 1);
  private static final UUID OLD = new UUID(0, 1);
  private static final UUID MADE_AGAIN = new UUID(0, 2);

  private static final BatchBounds BOUNDS = new BatchBounds(4, 100);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final Batches batches = new Batches();
  private UUID topicId = OLD;
  private final BatchLimit limit = new BatchLimit(BOUNDS.records());
  private final TopicClients clients = new OneConsumer(consumer, BOUNDS, () -> topicId);
  private final TopicLane lane = new TopicLane(clients, 0, number -> batches, limit);

  @Test
  void waitsUntilItIsToldItsPartitions() {
    assertThat(lane.step()).isEqualTo(Progress.WAITING);

    assign();
    assertThat(lane.step()).isEqualTo(Progress.QUIET);

    consumer.rebalance(List.of());
    lane.onPartitionsRevoked(List.of(FIRST, SECOND));
    assertThat(lane.step()).isEqualTo(Progress.WAITING);
    assertThat(batches.revocations).isPositive();
  }

  @Test
  void beginsWhereTheServiceSaysAndAtTheBeginningWhereItSaysNothing() {
    batches.starts.put(SECOND, 7L);
    assign();
    add(FIRST, 3, 4);
    add(SECOND, 6, 7);

    assertThat(readAll()).containsExactlyInAnyOrder("0@3", "0@4", "1@7");
  }

  @Test
  void aTopicThatWasMadeAgainIsReadFromItsBeginning() {
    batches.starts.put(FIRST, 100L);
    assign();
    add(FIRST, 3);
    topicId = MADE_AGAIN;
    consumer.setPollException(new OffsetOutOfRangeException(Map.of(FIRST, 100L)));

    assertThat(readAll()).containsExactly("0@3");
    assertThat(batches.topicIds).containsOnly(MADE_AGAIN);
  }

  @Test
  void closesItsConsumerBeforeWhatEndsTheBatches() {
    lane.close();

    assertThat(batches.consumerWasClosed).isTrue();
  }

  @Test
  void aBatchThatFailsIsHalvedUntilItGetsPastAndGrowsAgain() {
    batches.failsAbove = 1;
    assign();

    assertThat(stepsUntilPassed()).isEqualTo(3);
    assertThat(batches.handled).containsExactly("0@3");
    batches.failsAbove = 100;
    assertThat(stepsUntilPassed()).isEqualTo(1);
    assertThat(batches.handled).containsExactly("0@3", "0@4", "0@5");
    assertThat(stepsUntilPassed()).isEqualTo(1);
    assertThat(batches.handled).hasSize(7);
  }

  @Test
  void aMessageThatFailsAloneByItsOwnFaultIsSetAside() {
    batches.failsAbove = 0;
    batches.failure = new ArithmeticException("long overflow");
    assign();

    assertThat(stepsUntilPassed()).isEqualTo(2 + BatchLimit.TRIES_ALONE + 1);
    assertThat(batches.setAside).containsExactly("0@3");
    batches.failsAbove = 100;
    stepsUntilPassed();
    assertThat(batches.handled).startsWith("0@4");
  }

  @Test
  void aMessageWaitsHoweverOftenItFailsByTheFaultOfAServer() {
    batches.failsAbove = 0;
    batches.failure = new IllegalStateException("no answer", new TimeoutException());
    assign();

    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(this::stepWithSeven).isSameAs(batches.failure);
      consumer.seek(FIRST, 3);
    }
    assertThat(batches.setAside).isEmpty();
    batches.failsAbove = 100;
    stepsUntilPassed();
    assertThat(batches.handled).containsExactly("0@3");
  }

  @Test
  void aBatchEndsWhenItHasItsBytes() {
    assign();
    consumer.setMaxPollRecords(1);
    for (long offset = 3; offset < 7; offset++) {
      consumer.addRecord(
          new ConsumerRecord<>(
              FIRST.topic(),
              FIRST.partition(),
              offset,
              0,
              TimestampType.CREATE_TIME,
              0,
              60,
              null,
              new byte[60],
              new RecordHeaders(),
              Optional.empty()));
    }

    lane.step();
    assertThat(batches.handled).containsExactly("0@3", "0@4");
  }

  /** Each failure opens the lane anew, at what is handled. */
  private int stepsUntilPassed() {
    int before = batches.handled.size() + batches.setAside.size();
    for (int steps = 1; steps < 100; steps++) {
      long position = consumer.position(FIRST);
      try {
        stepWithSeven();
      } catch (RuntimeException e) {
        consumer.seek(FIRST, position);
      }
      if (batches.handled.size() + batches.setAside.size() > before) {
        return steps;
      }
    }
    throw new AssertionError("nothing got past");
  }

  /** The client forgets what it gave once, which a broker does not. */
  private void stepWithSeven() {
    for (long offset = consumer.position(FIRST); offset < 10; offset++) {
      add(FIRST, offset);
    }
    lane.step();
  }

  private void assign() {
    consumer.updateBeginningOffsets(Map.of(FIRST, 3L, SECOND, 3L));
    consumer.updateEndOffsets(Map.of(FIRST, 10L, SECOND, 10L));
    consumer.rebalance(List.of(FIRST, SECOND));
  }

  private void add(TopicPartition partition, long... offsets) {
    for (long offset : offsets) {
      consumer.addRecord(
          new ConsumerRecord<>(
              partition.topic(), partition.partition(), offset, null, new byte[] {1}));
    }
  }

  private List<String> readAll() {
    for (int polls = 0; polls < 3; polls++) {
      lane.step();
    }
    return batches.handled;
  }

  private final class Batches implements TopicBatches {

    private final Map<TopicPartition, Long> starts = new HashMap<>();
    private final List<String> handled = new ArrayList<>();
    private final Set<UUID> topicIds = new HashSet<>();
    private final List<String> setAside = new ArrayList<>();
    private int failsAbove = 100;
    private RuntimeException failure = new IllegalStateException("too much");
    private int revocations;
    private boolean consumerWasClosed;

    @Override
    public Map<TopicPartition, Long> startOf(
        UUID id, Set<TopicPartition> assigned, Consumer<byte[], byte[]> client) {
      return starts;
    }

    @Override
    public boolean handle(
        UUID id, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> client) {
      if (batch.count() > failsAbove) {
        throw failure;
      }
      batch.forEach(
          each -> {
            handled.add(each.partition() + "@" + each.offset());
            topicIds.add(id);
          });
      return !batch.isEmpty();
    }

    @Override
    public void setAside(
        UUID id,
        ConsumerRecords<byte[], byte[]> batch,
        RuntimeException reason,
        Consumer<byte[], byte[]> client) {
      batch.forEach(each -> setAside.add(each.partition() + "@" + each.offset()));
    }

    @Override
    public void revoked() {
      revocations++;
    }

    @Override
    public void close() {
      consumerWasClosed = consumer.closed();
    }
  }
}

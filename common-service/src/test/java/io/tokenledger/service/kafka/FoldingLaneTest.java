package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.service.kafka.LaneWork.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

/** A lane whose service folds what comes. */
class FoldingLaneTest {

  private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
  private static final UUID TOPIC_ID = new UUID(0, 1);
  private static final BatchBounds BOUNDS = new BatchBounds(4, 1_000_000);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final Folding batches = new Folding();
  private final BatchLimit limit = new BatchLimit(BOUNDS.records());
  private final TopicClients clients = new OneConsumer(consumer, BOUNDS, () -> TOPIC_ID);
  private TopicLane lane = open();

  @Test
  void whatComesIsFoldedUntilItIsFull() {
    assign();
    batches.fullAt = 300;
    add(0, 200);
    assertThat(lane.step()).isEqualTo(Progress.QUIET);
    add(200, 300);
    assertThat(lane.step()).isEqualTo(Progress.HANDLED);

    assertThat(batches.flushed).containsExactly(300);
    assertThat(batches.handled).isEmpty();
  }

  @Test
  void aQuietStreamIsFlushedAtOnce() {
    assign();
    add(0, 1);
    assertThat(lane.step()).isEqualTo(Progress.HANDLED);
    assertThat(batches.flushed).containsExactly(1);
  }

  @Test
  void partitionsThatAreTakenAwayEndTheWindow() {
    assign();
    add(0, 200);
    lane.step();
    lane.onPartitionsRevoked(List.of(PARTITION));
    lane.onPartitionsAssigned(List.of(PARTITION));

    add(0, 1);
    consumer.seek(PARTITION, 0);
    while (batches.flushed.isEmpty()) {
      lane.step();
    }
    assertThat(batches.flushed).containsExactly(1);
  }

  /** Their offsets are beside it, and what was read before is as good as ever. */
  @Test
  void aPartitionWhoseOffsetsAreLostFlushesWhatIsFolded() {
    assign();
    add(0, 200);
    lane.step();
    consumer.setPollException(new OffsetOutOfRangeException(Map.of(PARTITION, 200L)));
    assertThat(lane.step()).isEqualTo(Progress.HANDLED);
    assertThat(batches.flushed).containsExactly(200);
    int startsBefore = batches.starts;
    lane.step();
    assertThat(batches.starts).isEqualTo(startsBefore + 1);
  }

  @Test
  void whatDoesNotHoldIsReadAgainInBatchesUntilItIsPassed() {
    assign();
    batches.fullAt = 6;
    batches.holds = false;
    add(0, 6);
    assertThat(lane.step()).isEqualTo(Progress.QUIET);
    assertThat(consumer.position(PARTITION)).isZero();

    add(0, 6);
    lane.step();
    add(4, 6);
    lane.step();
    assertThat(batches.handled).containsExactly(4, 2);
    batches.holds = true;
    add(6, 12);
    assertThat(lane.step()).isEqualTo(Progress.HANDLED);
    assertThat(batches.flushed).containsExactly(6);
  }

  @Test
  void aFoldThatFailsIsHalvedAsABatchIs() {
    assign();
    batches.fullAt = 6;
    batches.fails = true;
    add(0, 6);
    assertThatThrownBy(lane::step).isInstanceOf(IllegalStateException.class);

    batches.fails = false;
    lane = open();
    add(0, 6);
    lane.step();
    assertThat(batches.handled).containsExactly(2);
    add(2, 6);
    lane.step();
    assertThat(batches.handled).containsExactly(2, 4);
  }

  @Test
  void aMessageThatEndsEveryFoldIsSetAside() {
    assign();
    batches.fails = true;
    for (int tries = 0; tries < 1 + BatchLimit.TRIES_ALONE; tries++) {
      add(0, 1);
      assertThatThrownBy(lane::step).isInstanceOf(ArithmeticException.class);
      lane = open();
    }
    add(0, 1);
    assertThat(lane.step()).isEqualTo(Progress.HANDLED);
    assertThat(batches.setAside).isEqualTo(1);
  }

  @Test
  void whereNothingMayBeFoldedItIsHandled() {
    assign();
    batches.mayFold = false;
    add(0, 3);
    assertThat(lane.step()).isEqualTo(Progress.HANDLED);
    assertThat(batches.handled).containsExactly(3);
  }

  private TopicLane open() {
    TopicLane opened = new TopicLane(clients, 0, number -> batches, limit);
    if (!consumer.assignment().isEmpty()) {
      batches.folded = 0;
      opened.onPartitionsAssigned(consumer.assignment());
    }
    return opened;
  }

  private void assign() {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 10L));
    consumer.rebalance(List.of(PARTITION));
  }

  private void add(int from, int to) {
    for (int offset = from; offset < to; offset++) {
      consumer.addRecord(
          new ConsumerRecord<>(
              PARTITION.topic(),
              PARTITION.partition(),
              offset,
              System.currentTimeMillis(),
              TimestampType.CREATE_TIME,
              0,
              1,
              null,
              new byte[] {1},
              new RecordHeaders(),
              Optional.empty()));
    }
  }

  private static final class Folding implements FoldingBatches {

    private final List<Integer> flushed = new ArrayList<>();
    private final List<Integer> handled = new ArrayList<>();
    private int setAside;
    private int starts;
    private int folded;
    private int fullAt = Integer.MAX_VALUE;
    private boolean mayFold = true;
    private boolean holds = true;
    private boolean fails;

    @Override
    public Window window() {
      return new Window(Duration.ofMillis(300), Duration.ofSeconds(5));
    }

    @Override
    public boolean mayFold() {
      return mayFold;
    }

    @Override
    public void fold(UUID topicId, ConsumerRecords<byte[], byte[]> polled) {
      folded += polled.count();
    }

    @Override
    public boolean isFull() {
      return folded >= fullAt;
    }

    @Override
    public boolean flush(Consumer<byte[], byte[]> client) {
      failIfItMust(folded);
      if (holds) {
        flushed.add(folded);
      }
      folded = 0;
      return holds;
    }

    private void failIfItMust(int messages) {
      if (fails) {
        throw messages == 1
            ? new ArithmeticException("long overflow")
            : new IllegalStateException("too much");
      }
    }

    @Override
    public Map<TopicPartition, Long> startOf(
        UUID id, Set<TopicPartition> assigned, Consumer<byte[], byte[]> client) {
      starts++;
      folded = 0;
      return new HashMap<>(Map.of(PARTITION, 0L));
    }

    @Override
    public boolean handle(
        UUID id, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> client) {
      if (batch.isEmpty()) {
        return false;
      }
      failIfItMust(batch.count());
      handled.add(batch.count());
      return true;
    }

    @Override
    public void setAside(
        UUID id,
        ConsumerRecords<byte[], byte[]> batch,
        RuntimeException reason,
        Consumer<byte[], byte[]> client) {
      setAside++;
    }

    @Override
    public void revoked() {
      folded = 0;
    }
  }
}

package io.tokenledger.aggregate.kafka;

import io.tokenledger.aggregate.BatchParts;
import io.tokenledger.aggregate.LanePositions;
import io.tokenledger.aggregate.OpenWindow;
import io.tokenledger.aggregate.Position;
import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.aggregate.WindowIsOver;
import io.tokenledger.events.PlainText;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.service.kafka.FoldingBatches;
import io.tokenledger.service.kafka.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Has windows of {@code usage.recorded} aggregated, and batches where it must. */
final class AggregatorBatches implements FoldingBatches {

  private static final Logger LOG = Logger.getLogger(AggregatorBatches.class);

  /** A quiet lane would not notice by itself that PostgreSQL was put back. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final UsageAggregator aggregator;
  private final RollupStore store;
  private final AggregatorMetrics metrics;
  private final Patience patience;
  private final LanePositions positions = new LanePositions();
  private final Window length;
  private final OpenWindow.Bounds bounds;
  private OpenWindow window;
  private LongStream.Builder timestamps;
  private Map<TopicPartition, OffsetAndMetadata> offsets;
  private long lookedAt = System.nanoTime();

  AggregatorBatches(
      AggregatorClients clients,
      UsageAggregator aggregator,
      RollupStore store,
      AggregatorMetrics metrics) {
    this.aggregator = aggregator;
    this.store = store;
    this.metrics = metrics;
    this.patience = clients.patience();
    this.length = clients.window();
    this.bounds = clients.windowBounds();
    forget();
  }

  /**
   * The rollups know how far they count, and how far they read a log that came back shorter, on
   * which new messages stand below the position. Kafka may know less: its offsets are committed
   * afterwards.
   */
  @Override
  public Map<TopicPartition, Long> startOf(
      UUID topicId, Set<TopicPartition> assigned, Consumer<byte[], byte[]> consumer) {
    forget();
    Map<Integer, Position> stored = patience.await(store.positions(topicId));
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
    Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : assigned) {
      Position position = stored.get(partition.partition());
      positions.begin(partition.partition());
      if (position != null) {
        long end = ends.get(partition);
        warnOfShorterLog(partition, position.counted(), end);
        // A position above the end does not say what the database has lost; the sources do.
        if (end >= position.counted()) {
          long read = position.readTo();
          starts.put(partition, Math.min(read, offsetOf(committed.get(partition), read)));
        }
        positions.begin(partition.partition(), position, starts.getOrDefault(partition, 0L));
      }
    }
    return starts;
  }

  private void warnOfShorterLog(TopicPartition partition, long position, long end) {
    if (end < position) {
      metrics.shorterLog();
      LOG.errorf(
          "%s ends at %d, before %d, up to which it is counted: Kafka has lost messages. What is not"
              + " counted is told by its source; compare the rollups",
          partition, end, position);
    }
  }

  private static long offsetOf(OffsetAndMetadata committed, long otherwise) {
    return committed == null ? otherwise : committed.offset();
  }

  @Override
  public boolean handle(
      UUID topicId, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> consumer) {
    if (batch.nextOffsets().isEmpty()) {
      lookNowAndThen(topicId);
      return false;
    }
    for (RecordedBatch part : BatchParts.of(batchOf(topicId, batch))) {
      patience.await(metrics.timed(aggregator.aggregate(part.by(positions))));
      positions.counted(part.nextOffsets());
    }
    metrics.counted(batch);
    counted(batch.nextOffsets(), consumer);
    return true;
  }

  @Override
  public Window window() {
    return length;
  }

  @Override
  public boolean mayFold() {
    return !positions.isBelow();
  }

  @Override
  public void fold(UUID topicId, ConsumerRecords<byte[], byte[]> polled) {
    if (window == null) {
      window = new OpenWindow(topicId, positions.stored(), bounds);
    }
    for (ConsumerRecord<byte[], byte[]> each : polled) {
      decode(each).ifPresent(recorded -> window.add(recorded, each.serializedValueSize()));
      timestamps.add(each.timestamp());
    }
    window.readTo(byNumber(polled.nextOffsets()));
    offsets.putAll(polled.nextOffsets());
  }

  @Override
  public boolean isFull() {
    return window != null && window.isFull();
  }

  @Override
  public boolean flush(Consumer<byte[], byte[]> consumer) {
    try {
      patience.await(metrics.timed(aggregator.aggregate(window)));
    } catch (WindowIsOver e) {
      LOG.infof("What was folded is read again: %s", e.getMessage());
      forget();
      return false;
    }
    metrics.counted(window.messages(), timestamps.build());
    counted(offsets, consumer);
    forget();
    return true;
  }

  private void forget() {
    window = null;
    timestamps = LongStream.builder();
    offsets = new HashMap<>();
  }

  /** Kafka's own offsets only show the lag. */
  private void counted(
      Map<TopicPartition, OffsetAndMetadata> nextOffsets, Consumer<byte[], byte[]> consumer) {
    positions.counted(byNumber(nextOffsets));
    consumer.commitAsync(nextOffsets, null);
  }

  private void lookNowAndThen(UUID topicId) {
    if (System.nanoTime() - lookedAt > LOOK_EVERY.toNanos()) {
      Map<Integer, Position> stored = new HashMap<>();
      Map<Integer, Position> known = positions.stored();
      known.keySet().forEach(partition -> stored.put(partition, Position.at(0)));
      stored.putAll(patience.await(store.positions(topicId)));
      Position.requireKept(stored, known);
      lookedAt = System.nanoTime();
    }
  }

  @Override
  public void revoked() {
    positions.clear();
    forget();
  }

  /** It counts nowhere; its raw event is there, so a rebuild of its days puts it in. */
  @Override
  public void setAside(
      UUID topicId,
      ConsumerRecords<byte[], byte[]> batch,
      RuntimeException failure,
      Consumer<byte[], byte[]> consumer) {
    metrics.unreadable();
    for (ConsumerRecord<byte[], byte[]> each : batch) {
      LOG.errorf(
          failure,
          "Message %d of partition %d of %s cannot be counted, and is left out: rebuild its days",
          each.offset(),
          each.partition(),
          Topics.USAGE_RECORDED);
    }
    RecordedBatch nothing = new RecordedBatch(topicId, List.of(), byNumber(batch.nextOffsets()));
    patience.await(aggregator.aggregate(nothing.by(positions)));
    counted(batch.nextOffsets(), consumer);
  }

  private RecordedBatch batchOf(UUID topicId, ConsumerRecords<byte[], byte[]> records) {
    List<Message> messages = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> each : records) {
      decode(each)
          .map(recorded -> new Message(each.partition(), each.offset(), recorded))
          .ifPresent(messages::add);
    }
    return new RecordedBatch(topicId, messages, byNumber(records.nextOffsets()));
  }

  private Optional<Recorded> decode(ConsumerRecord<byte[], byte[]> message) {
    try {
      return Optional.of(RecordedUsageCodec.decode(message.value()));
    } catch (IllegalArgumentException e) {
      metrics.unreadable();
      LOG.errorf(
          "Message %d of partition %d is no recorded usage and counts nowhere; only usage-ingest "
              + "may write to %s: %s",
          message.offset(),
          message.partition(),
          Topics.USAGE_RECORDED,
          PlainText.oneLine(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, OffsetAndMetadata> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
  }
}

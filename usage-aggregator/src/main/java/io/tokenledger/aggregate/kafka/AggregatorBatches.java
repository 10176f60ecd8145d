package io.tokenledger.aggregate.kafka;

import io.tokenledger.aggregate.BatchParts;
import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.events.PlainText;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicBatches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Has batches of {@code usage.recorded} aggregated. */
final class AggregatorBatches implements TopicBatches {

  private static final Logger LOG = Logger.getLogger(AggregatorBatches.class);

  /** A quiet lane would not notice by itself that PostgreSQL was put back. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final UsageAggregator aggregator;
  private final RollupStore store;
  private final AggregatorMetrics metrics;
  private final Patience patience;
  private final Map<Integer, Long> counted = new HashMap<>();
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
  }

  /**
   * The rollups know how far they count, and how far they read a log that came back shorter, on
   * which new messages stand below the position. Kafka may know less: its offsets are committed
   * afterwards.
   */
  @Override
  public Map<TopicPartition, Long> startOf(
      UUID topicId, Set<TopicPartition> assigned, Consumer<byte[], byte[]> consumer) {
    Map<Integer, Long> positions = patience.await(store.positions(topicId));
    Map<Integer, Long> readTo = patience.await(store.readTo(topicId));
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
    Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : assigned) {
      Long position = positions.get(partition.partition());
      counted.remove(partition.partition());
      if (position != null) {
        counted.put(partition.partition(), position);
        long end = ends.get(partition);
        warnOfShorterLog(partition, position, end);
        // A position above the end does not say what the database has lost; the sources do.
        if (end >= position) {
          long read = readTo.getOrDefault(partition.partition(), position);
          starts.put(partition, Math.min(read, offsetOf(committed.get(partition), read)));
        }
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
      patience.await(metrics.timed(aggregator.aggregate(part)));
    }
    counted(batch);
    metrics.counted(batch);
    consumer.commitAsync(batch.nextOffsets(), null);
    return true;
  }

  private void counted(ConsumerRecords<byte[], byte[]> batch) {
    nextOffsetsOf(batch).forEach((partition, next) -> counted.merge(partition, next, Math::max));
  }

  private void lookNowAndThen(UUID topicId) {
    if (System.nanoTime() - lookedAt > LOOK_EVERY.toNanos()) {
      Map<Integer, Long> stored = new HashMap<>();
      counted.keySet().forEach(partition -> stored.put(partition, 0L));
      stored.putAll(patience.await(store.positions(topicId)));
      new RecordedBatch(topicId, List.of(), Map.of(), counted).requireCounted(stored);
      lookedAt = System.nanoTime();
    }
  }

  @Override
  public void revoked() {
    counted.clear();
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
    RecordedBatch nothing =
        new RecordedBatch(topicId, List.of(), nextOffsetsOf(batch), Map.copyOf(counted));
    patience.await(aggregator.aggregate(nothing));
    counted(batch);
    consumer.commitAsync(batch.nextOffsets(), null);
  }

  private RecordedBatch batchOf(UUID topicId, ConsumerRecords<byte[], byte[]> records) {
    List<Message> messages = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> each : records) {
      try {
        messages.add(
            new Message(each.partition(), each.offset(), RecordedUsageCodec.decode(each.value())));
      } catch (IllegalArgumentException e) {
        metrics.unreadable();
        LOG.errorf(
            "Message %d of partition %d is no recorded usage and counts nowhere; only usage-ingest "
                + "may write to %s: %s",
            each.offset(),
            each.partition(),
            Topics.USAGE_RECORDED,
            PlainText.oneLine(e.getMessage()));
      }
    }
    return new RecordedBatch(topicId, messages, nextOffsetsOf(records), Map.copyOf(counted));
  }

  private static Map<Integer, Long> nextOffsetsOf(ConsumerRecords<byte[], byte[]> records) {
    return records.nextOffsets().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
  }
}

package io.tokenledger.aggregate.kafka;

import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.events.RecordedUsageCodec;
import io.tokenledger.events.Topics;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicBatches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Has batches of {@code usage.recorded} aggregated. */
final class AggregatorBatches implements TopicBatches {

  private static final Logger LOG = Logger.getLogger(AggregatorBatches.class);
  private static final int BUSY_FROM = 100;
  private static final Duration GATHER = Duration.ofMillis(400);

  private final UsageAggregator aggregator;
  private final RollupStore store;
  private final AggregatorMetrics metrics;
  private final int batchSize;
  private final Patience patience;
  private int rebalances;

  AggregatorBatches(
      AggregatorClients clients,
      UsageAggregator aggregator,
      RollupStore store,
      AggregatorMetrics metrics) {
    this.aggregator = aggregator;
    this.store = store;
    this.metrics = metrics;
    this.batchSize = clients.batchSize();
    this.patience = clients.patience();
  }

  /** The rollups know how far they count; Kafka's committed offsets may lag behind or be lost. */
  @Override
  public Map<TopicPartition, Long> startOf(
      UUID topicId, Set<TopicPartition> assigned, Consumer<byte[], byte[]> consumer) {
    rebalances++;
    Map<Integer, Long> positions = patience.await(store.positions(topicId));
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : assigned) {
      if (positions.containsKey(partition.partition())) {
        starts.put(partition, positions.get(partition.partition()));
      }
    }
    return starts;
  }

  /**
   * While the stream is quiet, what there is at once. Under load, what comes within a moment: the
   * more events are folded together, the fewer rows are touched for each.
   */
  @Override
  public ConsumerRecords<byte[], byte[]> read(Supplier<ConsumerRecords<byte[], byte[]>> poll) {
    ConsumerRecords<byte[], byte[]> first = poll.get();
    if (first.count() < BUSY_FROM) {
      return first;
    }
    GatheredRecords gathered = new GatheredRecords();
    gathered.add(first);
    long until = System.nanoTime() + GATHER.toNanos();
    while (gathered.count() < batchSize && System.nanoTime() < until) {
      int rebalancesBefore = rebalances;
      ConsumerRecords<byte[], byte[]> more = poll.get();
      if (rebalances != rebalancesBefore) {
        gathered.clear(); // Read again from the stored positions, by whoever has them now.
      }
      gathered.add(more);
    }
    return gathered.asRecords();
  }

  @Override
  public boolean handle(
      UUID topicId, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> consumer) {
    if (batch.nextOffsets().isEmpty()) {
      return false;
    }
    patience.await(metrics.timed(aggregator.aggregate(batchOf(topicId, batch))));
    metrics.counted(batch);
    consumer.commitAsync(batch.nextOffsets(), null);
    return true;
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
                + "may write to %s",
            each.offset(), each.partition(), Topics.USAGE_RECORDED);
      }
    }
    return new RecordedBatch(topicId, messages, nextOffsetsOf(records));
  }

  private static Map<Integer, Long> nextOffsetsOf(ConsumerRecords<byte[], byte[]> records) {
    return records.nextOffsets().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
  }
}

package io.tokenledger.aggregate.kafka;

import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.events.RecordedUsageCodec;
import io.tokenledger.events.Topics;
import io.tokenledger.service.kafka.LaneConsumer;
import io.tokenledger.service.kafka.LaneWork;
import io.tokenledger.service.kafka.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads batches of {@code usage.recorded} and has them aggregated. */
final class AggregatorLane implements LaneWork, ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(AggregatorLane.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int BUSY_FROM = 100;
  private static final Duration GATHER = Duration.ofMillis(400);

  private final AggregatorClients clients;
  private final UsageAggregator aggregator;
  private final RollupStore store;
  private final AggregatorMetrics metrics;
  private final LaneConsumer consumer;
  private final int batchSize;
  private final Patience patience;
  private UUID topicId;
  private boolean placed;
  private int rebalances;

  AggregatorLane(
      AggregatorClients clients,
      int lane,
      UsageAggregator aggregator,
      RollupStore store,
      AggregatorMetrics metrics) {
    this.clients = clients;
    this.aggregator = aggregator;
    this.store = store;
    this.metrics = metrics;
    this.batchSize = clients.batchSize();
    this.patience = clients.patience();
    this.topicId = clients.usageRecordedId();
    this.consumer = clients.consumer(lane);
    consumer.subscribe(List.of(Topics.USAGE_RECORDED), this);
  }

  @Override
  public Progress step() {
    ConsumerRecords<byte[], byte[]> records = gather();
    if (records.nextOffsets().isEmpty()) {
      return placed ? Progress.QUIET : Progress.WAITING;
    }
    patience.await(metrics.timed(aggregator.aggregate(batchOf(records))));
    metrics.counted(records);
    consumer.commitAsync(records.nextOffsets(), null);
    return Progress.HANDLED;
  }

  /** The rollups know how far they count; Kafka's committed offsets may lag behind or be lost. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    rebalances++;
    Map<Integer, Long> positions = patience.await(store.positions(topicId));
    for (TopicPartition partition : assigned) {
      Long position = positions.get(partition.partition());
      if (position == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, position);
      }
    }
    placed = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    placed = false;
    // Nothing is under way: a batch is finished before the next poll, in which this is called.
  }

  @Override
  public void close() {
    consumer.close();
  }

  /**
   * While the stream is quiet, what there is at once. Under load, what comes within a moment: the
   * more events are folded together, the fewer rows are touched for each.
   */
  private ConsumerRecords<byte[], byte[]> gather() {
    ConsumerRecords<byte[], byte[]> first = poll();
    if (first.count() < BUSY_FROM) {
      return first;
    }
    GatheredRecords gathered = new GatheredRecords();
    gathered.add(first);
    long until = System.nanoTime() + GATHER.toNanos();
    while (gathered.count() < batchSize && System.nanoTime() < until) {
      int rebalancesBefore = rebalances;
      ConsumerRecords<byte[], byte[]> more = poll();
      if (rebalances != rebalancesBefore) {
        gathered.clear(); // Read again from the stored positions, by whoever has them now.
      }
      gathered.add(more);
    }
    return gathered.asRecords();
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (InvalidOffsetException e) {
      LOG.errorf(
          "The stored positions of %s are not on the topic (made again, or deleted before they "
              + "were read); starting at its beginning",
          e.partitions());
      topicId = clients.usageRecordedId();
      consumer.seekToBeginning(e.partitions());
      return ConsumerRecords.empty();
    }
  }

  private RecordedBatch batchOf(ConsumerRecords<byte[], byte[]> records) {
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

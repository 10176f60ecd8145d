package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads a topic in batches, from where the service says and not from where Kafka does: a batch is
 * finished before the next is read. A batch is bounded, and smaller after one that failed.
 */
final class TopicLane implements LaneWork, ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(TopicLane.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /** From so many messages on, a lane is under load. */
  private static final int BUSY_FROM = 100;

  private static final Duration GATHER = Duration.ofMillis(400);

  private final TopicClients clients;
  private final TopicBatches batches;
  private final Consumer<byte[], byte[]> consumer;
  private final BatchLimit limit;
  private UUID topicId;
  private boolean assigned;
  private int rebalances;
  private InvalidOffsetException lost;

  TopicLane(TopicClients clients, int lane, TopicBatches.Factory factory, BatchLimit limit) {
    this.clients = clients;
    this.limit = limit;
    this.topicId = clients.topicId();
    this.batches = factory.open(lane);
    this.consumer = clients.consumer(lane);
    consumer.subscribe(List.of(clients.topic()), this);
  }

  @Override
  public Progress step() {
    if (handle(read())) {
      limit.passed();
      return Progress.HANDLED;
    }
    return assigned ? Progress.QUIET : Progress.WAITING;
  }

  private boolean handle(ConsumerRecords<byte[], byte[]> batch) {
    ConsumerRecord<byte[], byte[]> alone = batch.count() == 1 ? batch.iterator().next() : null;
    try {
      if (alone != null && limit.isStuck(alone) && Blame.isOnTheMessage(limit.lastFailure())) {
        batches.setAside(topicId, batch, limit.lastFailure(), consumer);
        return true;
      }
      return batches.handle(topicId, batch, consumer);
    } catch (RuntimeException e) {
      if (alone == null) {
        limit.failed(batch.count(), e);
      } else {
        limit.failedAlone(alone, e);
      }
      throw e;
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    rebalances++;
    begin(partitions, startOf(partitions));
    assigned = true;
  }

  private Map<TopicPartition, Long> startOf(Collection<TopicPartition> partitions) {
    topicId = clients.topicId();
    return new HashMap<>(batches.startOf(topicId, Set.copyOf(partitions), consumer));
  }

  private void begin(Collection<TopicPartition> partitions, Map<TopicPartition, Long> starts) {
    for (TopicPartition partition : partitions) {
      Long start = starts.get(partition);
      if (start == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, start);
      }
    }
  }

  /** Asks the service anew; where its answer is not on the topic either, it is the beginning. */
  private void beginAgain(Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> starts = startOf(partitions);
    starts.keySet().retainAll(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    starts
        .entrySet()
        .removeIf(
            start ->
                start.getValue() < beginnings.get(start.getKey())
                    || start.getValue() > ends.get(start.getKey()));
    LOG.errorf(
        "The positions of %s are not on the topic (made again, deleted before they were read, or lost"
            + " by Kafka); going on from %s, or the beginning",
        partitions, starts);
    begin(partitions, starts);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    rebalances++;
    assigned = false;
    batches.revoked();
  }

  @Override
  public void close() {
    consumer.close();
    batches.close();
  }

  /** What there is, as far as it may be taken on; under load also what comes within a moment. */
  private ConsumerRecords<byte[], byte[]> read() {
    GatheredRecords gathered = new GatheredRecords();
    gathered.add(pollFirst());
    long until = System.nanoTime() + GATHER.toNanos();
    boolean more = gathered.count() > 0;
    while (more && isRoom(gathered) && System.nanoTime() < until) {
      boolean waits = clients.bounds().waits() && gathered.count() >= BUSY_FROM;
      more = pollMore(gathered, waits ? POLL : Duration.ZERO) || waits && lost == null;
    }
    gathered.cut(limit.records()).forEach(consumer::seek);
    return gathered.asRecords();
  }

  private boolean isRoom(GatheredRecords gathered) {
    return gathered.count() < limit.records() && gathered.bytes() < clients.bounds().bytes();
  }

  private ConsumerRecords<byte[], byte[]> pollFirst() {
    try {
      if (lost == null) {
        return consumer.poll(POLL);
      }
    } catch (InvalidOffsetException e) {
      lost = e;
    }
    beginAgain(lost.partitions());
    lost = null;
    return ConsumerRecords.empty();
  }

  /**
   * A failure of a partition is kept for the next batch: what was gathered of others goes on.
   *
   * @return false when nothing came
   */
  private boolean pollMore(GatheredRecords gathered, Duration wait) {
    try {
      int rebalancesBefore = rebalances;
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(wait);
      if (rebalances != rebalancesBefore) {
        gathered.clear(); // Read again from the stored positions, by whoever has them now.
      }
      gathered.add(polled);
      return !polled.isEmpty();
    } catch (InvalidOffsetException e) {
      lost = e;
      return false;
    }
  }
}

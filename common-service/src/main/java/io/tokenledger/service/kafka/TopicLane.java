package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * finished before the next is read. A batch is bounded, and smaller after one that failed. Where
 * the service folds what comes, a batch is a window.
 */
final class TopicLane implements LaneWork, ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(TopicLane.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private static final Duration GATHER = Duration.ofMillis(400);

  private final TopicClients clients;
  private final TopicBatches batches;
  private final Consumer<byte[], byte[]> consumer;
  private final BatchLimit limit;
  private final Optional<LaneFold> fold;
  private UUID topicId;
  private boolean assigned;
  private int rebalances;
  private InvalidOffsetException lost;

  TopicLane(TopicClients clients, int lane, TopicBatches.Factory factory, BatchLimit limit) {
    this.clients = clients;
    this.limit = limit;
    this.topicId = clients.topicId();
    this.batches = factory.open(lane);
    this.fold = LaneFold.of(batches);
    this.consumer = clients.consumer(lane);
    consumer.subscribe(List.of(clients.topic()), this);
  }

  @Override
  public Progress step() {
    boolean folds = fold.isPresent() && fold.get().mayFold() && !limit.isCareful();
    boolean handled = folds ? foldOnePoll(fold.get()) : handleBatch(read());
    return handled ? Progress.HANDLED : assigned ? Progress.QUIET : Progress.WAITING;
  }

  /**
   * @return whether something was handled to its end
   */
  private boolean foldOnePoll(LaneFold open) {
    Duration wait = open.wait(POLL);
    ConsumerRecords<byte[], byte[]> polled = open.isEmpty() ? pollFirst(wait) : poll(wait);
    boolean nothing = open.isEmpty() && polled.nextOffsets().isEmpty();
    return nothing || !open.mayFold() ? handleBatch(polled) : foldOrFlush(open, polled);
  }

  private boolean foldOrFlush(LaneFold open, ConsumerRecords<byte[], byte[]> polled) {
    try {
      open.take(topicId, polled);
      if (!open.isOver() && lost == null) {
        return false;
      }
      int messages = open.messages();
      if (open.flush(consumer)) {
        limit.passed(messages);
        return true;
      }
      limit.doubt(messages);
      begin(consumer.assignment(), startOf(consumer.assignment()));
      return false;
    } catch (RuntimeException e) {
      limit.failed(open.messages(), e);
      throw e;
    }
  }

  private boolean handleBatch(ConsumerRecords<byte[], byte[]> batch) {
    boolean handled = handle(batch);
    if (handled) {
      limit.passed(batch.count());
    }
    return handled;
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
    fold.ifPresent(LaneFold::forget);
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
    fold.ifPresent(LaneFold::forget);
    batches.revoked();
  }

  @Override
  public void close() {
    consumer.close();
    batches.close();
  }

  /** What there is, as far as it may be taken on. */
  private ConsumerRecords<byte[], byte[]> read() {
    GatheredRecords gathered = new GatheredRecords();
    gathered.add(pollFirst(POLL));
    long until = System.nanoTime() + GATHER.toNanos();
    boolean more = gathered.count() > 0;
    while (more && isRoom(gathered) && System.nanoTime() < until) {
      more = pollMore(gathered);
    }
    gathered.cut(limit.records()).forEach(consumer::seek);
    return gathered.asRecords();
  }

  private boolean isRoom(GatheredRecords gathered) {
    return gathered.count() < limit.records() && gathered.bytes() < clients.bounds().bytes();
  }

  private ConsumerRecords<byte[], byte[]> pollFirst(Duration wait) {
    ConsumerRecords<byte[], byte[]> polled = lost == null ? poll(wait) : ConsumerRecords.empty();
    if (lost != null) {
      beginAgain(lost.partitions());
      lost = null;
    }
    return polled;
  }

  /**
   * @return false when nothing came
   */
  private boolean pollMore(GatheredRecords gathered) {
    int rebalancesBefore = rebalances;
    ConsumerRecords<byte[], byte[]> polled = poll(Duration.ZERO);
    if (rebalances != rebalancesBefore) {
      gathered.clear(); // Read again from the stored positions, by whoever has them now.
    }
    gathered.add(polled);
    return !polled.isEmpty();
  }

  /** A failure of a partition is kept for the next batch: what was read of others goes on. */
  private ConsumerRecords<byte[], byte[]> poll(Duration wait) {
    try {
      return consumer.poll(wait);
    } catch (InvalidOffsetException e) {
      lost = e;
      return ConsumerRecords.empty();
    }
  }
}

package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads a topic in batches, from where the service says and not from where Kafka does: a batch is
 * finished before the next is polled.
 */
final class TopicLane implements LaneWork, ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(TopicLane.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final TopicClients clients;
  private final TopicBatches batches;
  private final Consumer<byte[], byte[]> consumer;
  private UUID topicId;
  private boolean assigned;

  TopicLane(TopicClients clients, int lane, TopicBatches.Factory factory) {
    this.clients = clients;
    this.topicId = clients.topicId();
    this.batches = factory.open(lane);
    this.consumer = clients.consumer(lane);
    consumer.subscribe(List.of(clients.topic()), this);
  }

  @Override
  public Progress step() {
    ConsumerRecords<byte[], byte[]> batch = batches.read(this::poll);
    if (batches.handle(topicId, batch, consumer)) {
      return Progress.HANDLED;
    }
    return assigned ? Progress.QUIET : Progress.WAITING;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> starts = batches.startOf(topicId, Set.copyOf(partitions), consumer);
    for (TopicPartition partition : partitions) {
      Long start = starts.get(partition);
      if (start == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, start);
      }
    }
    assigned = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    assigned = false;
    batches.revoked();
  }

  @Override
  public void close() {
    consumer.close();
    batches.close();
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (InvalidOffsetException e) {
      LOG.errorf(
          "The positions of %s are not on the topic (made again, or deleted before they were "
              + "read); starting at its beginning",
          e.partitions());
      topicId = clients.topicId();
      consumer.seekToBeginning(e.partitions());
      return ConsumerRecords.empty();
    }
  }
}

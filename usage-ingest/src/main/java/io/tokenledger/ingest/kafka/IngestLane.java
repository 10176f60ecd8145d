package io.tokenledger.ingest.kafka;

import io.tokenledger.events.Topics;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.PublishedPositions;
import io.tokenledger.ingest.RecordedUsagePublisher;
import io.tokenledger.ingest.TopicPositions;
import io.tokenledger.ingest.UsageIngestor;
import io.tokenledger.service.kafka.LaneConsumer;
import io.tokenledger.service.kafka.LaneWork;
import io.tokenledger.service.kafka.Patience;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads batches of {@code usage.events}, has them ingested and ends each with a transaction. */
final class IngestLane implements LaneWork, ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(IngestLane.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final IngestClients clients;
  private final UsageIngestor ingestor;
  private final PublishedPositions positions;
  private final IngestMetrics metrics;
  private final IngestJournal journal;
  private final KafkaProducer<byte[], byte[]> producer;
  private final LaneConsumer consumer;
  private final Map<Integer, Long> publishedSinceNoted = new HashMap<>();
  private final Patience patience;
  private UUID topicId;
  private boolean placed;

  IngestLane(
      IngestClients clients,
      int lane,
      UsageIngestor ingestor,
      PublishedPositions positions,
      IngestMetrics metrics,
      IngestJournal journal) {
    this.clients = clients;
    this.ingestor = ingestor;
    this.positions = positions;
    this.metrics = metrics;
    this.journal = journal;
    this.patience = clients.patience();
    this.topicId = clients.usageEventsId();
    this.producer = clients.producer(lane);
    this.consumer = clients.consumer(lane);
    consumer.subscribe(List.of(Topics.USAGE_EVENTS), this);
  }

  @Override
  public Progress step() {
    ConsumerRecords<byte[], byte[]> records = poll();
    if (!records.isEmpty()) {
      ingest(records);
      return Progress.HANDLED;
    }
    notePublished();
    return placed ? Progress.QUIET : Progress.WAITING;
  }

  private void ingest(ConsumerRecords<byte[], byte[]> records) {
    // The membership under which the batch was read: if it is over by the time of the commit,
    // somebody else has the partitions and Kafka refuses the transaction.
    ConsumerGroupMetadata membership = consumer.groupMetadata();
    RecordedUsagePublisher publisher =
        new KafkaRecordedUsagePublisher(producer, records.nextOffsets(), membership);
    BatchOutcome outcome =
        patience.await(ingestor.ingest(UsageMessages.fromRecords(topicId, records), publisher));
    metrics.count(records, outcome);
    journal.note(outcome);
    records
        .nextOffsets()
        .forEach((p, next) -> publishedSinceNoted.put(p.partition(), next.offset()));
  }

  /** When the stream is quiet; under load each batch notes where the one before it ended. */
  private void notePublished() {
    if (!publishedSinceNoted.isEmpty()) {
      patience.await(positions.raise(new TopicPositions(topicId, Map.copyOf(publishedSinceNoted))));
      publishedSinceNoted.clear();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    Map<Integer, Long> published = patience.await(positions.of(topicId));
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
    for (TopicPartition partition : assigned) {
      StartOffset.of(
              offsetOf(committed.get(partition)), offsetOf(published.get(partition.partition())))
          .ifPresentOrElse(
              start -> consumer.seek(partition, start),
              () -> consumer.seekToBeginning(List.of(partition)));
    }
    placed = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    placed = false;
    publishedSinceNoted.clear();
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ofSeconds(5));
  }

  private static OptionalLong offsetOf(OffsetAndMetadata committed) {
    return committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
  }

  private static OptionalLong offsetOf(Long published) {
    return published == null ? OptionalLong.empty() : OptionalLong.of(published);
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (InvalidOffsetException e) {
      LOG.errorf(
          "The committed positions of %s are not on the topic (made again, or deleted before they "
              + "were read); starting at its beginning",
          e.partitions());
      topicId = clients.usageEventsId();
      consumer.seekToBeginning(e.partitions());
      return ConsumerRecords.empty();
    }
  }
}

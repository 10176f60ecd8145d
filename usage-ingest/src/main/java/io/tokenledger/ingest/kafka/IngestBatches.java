package io.tokenledger.ingest.kafka;

import io.tokenledger.events.PlainText;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.PublishedPositions;
import io.tokenledger.ingest.RecordedUsagePublisher;
import io.tokenledger.ingest.TopicPositions;
import io.tokenledger.ingest.UsageIngestor;
import io.tokenledger.ingest.UsageMessage;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicBatches;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Has batches of {@code usage.events} ingested and ends each with a transaction. */
final class IngestBatches implements TopicBatches {

  private static final Logger LOG = Logger.getLogger(IngestBatches.class);

  private final UsageIngestor ingestor;
  private final PublishedPositions positions;
  private final IngestMetrics metrics;
  private final OutcomeLog outcomeLog;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Patience patience;
  private final Map<Integer, Long> publishedSinceNoted = new HashMap<>();

  IngestBatches(
      IngestClients clients,
      int lane,
      UsageIngestor ingestor,
      PublishedPositions positions,
      IngestMetrics metrics,
      OutcomeLog outcomeLog) {
    this.ingestor = ingestor;
    this.positions = positions;
    this.metrics = metrics;
    this.outcomeLog = outcomeLog;
    this.patience = clients.patience();
    this.producer = clients.producer(lane);
  }

  @Override
  public Map<TopicPartition, Long> startOf(
      UUID topicId, Set<TopicPartition> assigned, Consumer<byte[], byte[]> consumer) {
    Map<Integer, Long> published = patience.await(positions.of(topicId));
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : assigned) {
      StartOffset.of(
              offsetOf(committed.get(partition)), offsetOf(published.get(partition.partition())))
          .ifPresent(start -> starts.put(partition, start));
    }
    return starts;
  }

  @Override
  public boolean handle(
      UUID topicId, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> consumer) {
    if (batch.isEmpty()) {
      notePublished(topicId);
      return false;
    }
    // The membership under which the batch was read: if it is over by the time of the commit,
    // somebody else has the partitions and Kafka refuses the transaction.
    ConsumerGroupMetadata membership = consumer.groupMetadata();
    RecordedUsagePublisher publisher =
        new KafkaRecordedUsagePublisher(producer, batch.nextOffsets(), membership);
    BatchOutcome outcome =
        patience.await(ingestor.ingest(UsageMessages.fromRecords(topicId, batch), publisher));
    metrics.count(batch, outcome);
    outcomeLog.note(outcome);
    batch.nextOffsets().forEach((p, next) -> publishedSinceNoted.put(p.partition(), next.offset()));
    return true;
  }

  /** As a dead letter with the failure; nothing of it counts. */
  @Override
  public void setAside(
      UUID topicId,
      ConsumerRecords<byte[], byte[]> batch,
      RuntimeException failure,
      Consumer<byte[], byte[]> consumer) {
    UsageMessage message = UsageMessages.fromRecords(topicId, batch).get(0);
    String why = "no try to take it in succeeded: " + PlainText.oneLine(String.valueOf(failure));
    LOG.errorf(failure, "A message becomes a dead letter: %s, %s", message.position(), why);
    DeadLetter letter = new DeadLetter(message, RejectionCode.UNPROCESSABLE, why);
    RecordedUsagePublisher publisher =
        new KafkaRecordedUsagePublisher(producer, batch.nextOffsets(), consumer.groupMetadata());
    patience.await(publisher.publish(List.of(), List.of(letter)));
    metrics.count(batch, new BatchOutcome(List.of(), 0, List.of(letter)));
  }

  /** When the stream is quiet; under load each batch notes where the one before it ended. */
  private void notePublished(UUID topicId) {
    if (!publishedSinceNoted.isEmpty()) {
      patience.await(positions.raise(new TopicPositions(topicId, Map.copyOf(publishedSinceNoted))));
      publishedSinceNoted.clear();
    }
  }

  @Override
  public void revoked() {
    publishedSinceNoted.clear();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private static OptionalLong offsetOf(OffsetAndMetadata committed) {
    return committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
  }

  private static OptionalLong offsetOf(Long published) {
    return published == null ? OptionalLong.empty() : OptionalLong.of(published);
  }
}

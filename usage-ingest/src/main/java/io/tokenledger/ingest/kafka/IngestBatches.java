package io.tokenledger.ingest.kafka;

import io.tokenledger.events.PlainText;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.PublishedPositions;
import io.tokenledger.ingest.RecordedUsagePublisher;
import io.tokenledger.ingest.SourceEpochs;
import io.tokenledger.ingest.UsageIngestor;
import io.tokenledger.ingest.UsageMessage;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicBatches;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Has batches of {@code usage.events} ingested and ends each with a transaction. A lane reads from
 * where PostgreSQL says that everything is stored, and publishes from where Kafka says that
 * everything is published.
 */
final class IngestBatches implements TopicBatches {

  private static final Logger LOG = Logger.getLogger(IngestBatches.class);

  /** A quiet lane would not notice by itself that PostgreSQL was put back. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final UsageIngestor ingestor;
  private final PublishedPositions noted;
  private final SourceEpochs epochs;
  private final IngestMetrics metrics;
  private final OutcomeLog outcomeLog;
  private final KafkaProducer<byte[], byte[]> producer;
  private final RecordedFormat format;
  private final Patience patience;
  private final LanePositions positions = new LanePositions();
  private boolean isNoted = true;
  private long lookedAt = System.nanoTime();

  IngestBatches(
      IngestClients clients,
      int lane,
      UsageIngestor ingestor,
      PublishedPositions noted,
      SourceEpochs epochs,
      IngestMetrics metrics,
      OutcomeLog outcomeLog) {
    this.ingestor = ingestor;
    this.noted = noted;
    this.epochs = epochs;
    this.metrics = metrics;
    this.outcomeLog = outcomeLog;
    this.format = clients.recordedFormat();
    this.patience = clients.patience();
    this.producer = clients.producer(lane);
  }

  @Override
  public Map<TopicPartition, Long> startOf(
      UUID topicId, Set<TopicPartition> assigned, Consumer<byte[], byte[]> consumer) {
    UUID source = patience.await(epochs.currentOf(topicId));
    Map<TopicPartition, PartitionStart> starts = startsIn(source, assigned, consumer);
    Map<TopicPartition, PartitionStart> others = new LinkedHashMap<>(starts);
    others.values().removeIf(start -> !start.isAnotherLog());
    if (!others.isEmpty()) {
      beginEpoch(topicId, source, others, consumer);
    }
    positions.goOnIn(source);
    starts.forEach((partition, start) -> positions.begin(partition.partition(), start));
    return starts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().readFrom()));
  }

  private Map<TopicPartition, PartitionStart> startsIn(
      UUID source, Set<TopicPartition> partitions, Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    // Last: what Kafka forgets in between may be noted in between.
    Map<Integer, Long> stored = patience.await(noted.of(source));
    Map<TopicPartition, PartitionStart> starts = new HashMap<>();
    for (TopicPartition partition : partitions) {
      starts.put(
          partition,
          new PartitionStart(
              offsetOf(stored.get(partition.partition())),
              offsetOf(committed.get(partition)),
              beginnings.get(partition),
              ends.get(partition)));
    }
    return starts;
  }

  /**
   * For all partitions, as a batch is of one epoch. What Kafka has committed beyond the end of its
   * log is taken back first, or new messages would count as published. The lane then fails, so that
   * the partitions are given anew: before that, another lane may publish what is of the old epoch.
   */
  private void beginEpoch(
      UUID topicId,
      UUID over,
      Map<TopicPartition, PartitionStart> others,
      Consumer<byte[], byte[]> consumer) {
    LOG.errorf(
        "%s is not what was read of it, or the offsets of its group were moved back: %s. It goes on"
            + " in a new epoch; compare the rollups when it has caught up",
        Topics.USAGE_EVENTS, others);
    Set<TopicPartition> all =
        consumer.partitionsFor(Topics.USAGE_EVENTS).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .collect(Collectors.toSet());
    Map<Integer, Long> publishedBelow = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> takenBack = new HashMap<>();
    startsIn(over, all, consumer)
        .forEach(
            (partition, start) -> {
              publishedBelow.put(partition.partition(), start.inNewEpoch());
              if (start.committed().orElse(0) > start.end()) {
                takenBack.put(partition, new OffsetAndMetadata(start.end()));
              }
            });
    if (!takenBack.isEmpty()) {
      consumer.commitSync(takenBack);
    }
    metrics.epochBegun();
    patience.await(epochs.begin(topicId, over, publishedBelow, "noticed: " + others));
    throw new IllegalStateException("A new epoch of " + Topics.USAGE_EVENTS + " has begun");
  }

  @Override
  public boolean handle(
      UUID topicId, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> consumer) {
    if (batch.isEmpty()) {
      noteWhenQuiet();
      return false;
    }
    BatchOutcome outcome =
        patience.await(ingestor.ingest(positions.batchOf(batch), publisherOf(batch, consumer)));
    passed(batch);
    metrics.count(batch, outcome);
    outcomeLog.note(outcome);
    return true;
  }

  /** As a dead letter with the failure; nothing of it counts. */
  @Override
  public void setAside(
      UUID topicId,
      ConsumerRecords<byte[], byte[]> batch,
      RuntimeException failure,
      Consumer<byte[], byte[]> consumer) {
    UsageMessage message = positions.batchOf(batch).messages().get(0);
    String why = "no try to take it in succeeded: " + PlainText.oneLine(String.valueOf(failure));
    LOG.errorf(failure, "A message becomes a dead letter: %s, %s", message.position(), why);
    DeadLetter letter = new DeadLetter(message, RejectionCode.UNPROCESSABLE, why);
    patience.await(publisherOf(batch, consumer).publish(List.of(), List.of(letter)));
    passed(batch);
    metrics.count(batch, new BatchOutcome(List.of(), 0, List.of(letter), 0, 0, 0));
  }

  /**
   * With the membership under which the batch was read: if it is over by the time of the commit,
   * somebody else has the partitions and Kafka refuses the transaction.
   */
  private RecordedUsagePublisher publisherOf(
      ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> consumer) {
    return new KafkaRecordedUsagePublisher(
        producer,
        positions.commitsOf(batch),
        consumer.groupMetadata(),
        format,
        SourceTime.of(batch, System.currentTimeMillis()));
  }

  /** Noted at once, and not waited for: the less is to be read again after a crash. */
  private void passed(ConsumerRecords<byte[], byte[]> batch) {
    isNoted = false;
    noted.raise(positions.passed(batch)).subscribe().with(done -> {}, failure -> {});
  }

  /** And looks now and then whether the database is still the one that it was told to. */
  private void noteWhenQuiet() {
    if (!isNoted) {
      patience.await(noted.raise(positions.all()));
      positions.noted();
      isNoted = true;
    } else if (System.nanoTime() - lookedAt > LOOK_EVERY.toNanos() && positions.source() != null) {
      positions.require(patience.await(noted.of(positions.source())));
      lookedAt = System.nanoTime();
    }
  }

  @Override
  public void revoked() {
    positions.clear();
    isNoted = true;
  }

  @Override
  public void close() {
    try {
      if (!isNoted) {
        patience.await(noted.raise(positions.all()));
      }
    } catch (RuntimeException e) {
      LOG.debug("Where the lane stands is not noted; its last batch is read again", e);
    } finally {
      producer.close(Duration.ofSeconds(5));
    }
  }

  private static OptionalLong offsetOf(OffsetAndMetadata committed) {
    return committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
  }

  private static OptionalLong offsetOf(Long stored) {
    return stored == null ? OptionalLong.empty() : OptionalLong.of(stored);
  }
}

package io.tokenledger.ingest.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.RecordedUsagePublisher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Ends one batch: what it gave and where it ended, in one Kafka transaction. */
public final class KafkaRecordedUsagePublisher implements RecordedUsagePublisher {

  private final Producer<byte[], byte[]> producer;
  private final Map<TopicPartition, OffsetAndMetadata> nextOffsets;
  private final ConsumerGroupMetadata membership;
  private final RecordedFormat format;
  private final long sentAt;

  /**
   * @param sentAt what the published messages have as their time, in milliseconds since 1970
   */
  KafkaRecordedUsagePublisher(
      Producer<byte[], byte[]> producer,
      Map<TopicPartition, OffsetAndMetadata> nextOffsets,
      ConsumerGroupMetadata membership,
      RecordedFormat format,
      long sentAt) {
    this.producer = producer;
    this.nextOffsets = nextOffsets;
    this.membership = membership;
    this.format = format;
    this.sentAt = sentAt;
  }

  @Override
  public Uni<Void> publish(List<RecordedUsage> recorded, List<DeadLetter> deadLetters) {
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> commit(recorded, deadLetters));
  }

  /** A failure leaves the transaction open on purpose: the lane throws the producer away. */
  private void commit(List<RecordedUsage> recorded, List<DeadLetter> deadLetters) {
    producer.beginTransaction();
    recorded.forEach(usage -> producer.send(toRecord(usage, format, sentAt)));
    deadLetters.forEach(letter -> producer.send(DeadLetterRecords.toRecord(letter)));
    producer.sendOffsetsToTransaction(nextOffsets, membership);
    producer.commitTransaction();
  }

  /** Keyed by org, so that one org's rollup rows are written by one consumer. */
  public static ProducerRecord<byte[], byte[]> toRecord(
      Recorded recorded, RecordedFormat format, long sentAt) {
    return new ProducerRecord<>(
        Topics.USAGE_RECORDED,
        null,
        sentAt,
        recorded.orgId().getBytes(StandardCharsets.UTF_8),
        format.encode(recorded));
  }
}

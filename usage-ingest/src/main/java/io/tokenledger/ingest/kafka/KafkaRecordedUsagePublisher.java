package io.tokenledger.ingest.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RecordedUsageCodec;
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

  KafkaRecordedUsagePublisher(
      Producer<byte[], byte[]> producer,
      Map<TopicPartition, OffsetAndMetadata> nextOffsets,
      ConsumerGroupMetadata membership) {
    this.producer = producer;
    this.nextOffsets = nextOffsets;
    this.membership = membership;
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
    recorded.forEach(usage -> producer.send(toRecord(usage)));
    deadLetters.forEach(letter -> producer.send(DeadLetterRecords.toRecord(letter)));
    producer.sendOffsetsToTransaction(nextOffsets, membership);
    producer.commitTransaction();
  }

  public static ProducerRecord<byte[], byte[]> toRecord(Adjustment adjustment) {
    return ofOrg(adjustment.orgId(), RecordedUsageCodec.encode(adjustment));
  }

  private static ProducerRecord<byte[], byte[]> toRecord(RecordedUsage usage) {
    return ofOrg(usage.orgId(), RecordedUsageCodec.encode(usage));
  }

  /** Keyed by org, so that one org's rollup rows are written by one consumer. */
  private static ProducerRecord<byte[], byte[]> ofOrg(String orgId, byte[] message) {
    return new ProducerRecord<>(
        Topics.USAGE_RECORDED, orgId.getBytes(StandardCharsets.UTF_8), message);
  }
}

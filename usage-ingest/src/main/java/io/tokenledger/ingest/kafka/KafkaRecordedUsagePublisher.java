package io.tokenledger.ingest.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.RecordedUsageCodec;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.RecordedUsagePublisher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Ends one batch: what it gave and where it ended, in one Kafka transaction. */
final class KafkaRecordedUsagePublisher implements RecordedUsagePublisher {

  private static final int MAX_HEADER_BYTES = 64 * 1024;

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
    deadLetters.forEach(letter -> producer.send(toRecord(letter)));
    producer.sendOffsetsToTransaction(nextOffsets, membership);
    producer.commitTransaction();
  }

  /** Keyed by org, so that one org's rollup rows are written by one consumer. */
  private static ProducerRecord<byte[], byte[]> toRecord(RecordedUsage usage) {
    return new ProducerRecord<>(
        Topics.USAGE_RECORDED, bytes(usage.orgId()), RecordedUsageCodec.encode(usage));
  }

  /**
   * What is larger than an event may be is cut: a message that compresses well can be far larger
   * than the dead letter topic takes, and must not stop the stream there.
   */
  private static ProducerRecord<byte[], byte[]> toRecord(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> copy =
        new ProducerRecord<>(Topics.DEAD_LETTERS, cut(letter.message().value()));
    if (bytesOf(letter.message().headers()) <= MAX_HEADER_BYTES) {
      letter.message().headers().forEach((name, value) -> copy.headers().add(name, bytes(value)));
    }
    copy.headers()
        .add(DeadLetterHeaders.REASON, bytes(letter.reason().code()))
        .add(DeadLetterHeaders.DETAIL, bytes(letter.detail()))
        .add(DeadLetterHeaders.SOURCE_TOPIC, bytes(Topics.USAGE_EVENTS))
        .add(DeadLetterHeaders.SOURCE_PARTITION, number(letter.message().position().partition()))
        .add(DeadLetterHeaders.SOURCE_OFFSET, number(letter.message().position().offset()));
    return copy;
  }

  private static byte[] cut(byte[] value) {
    return value == null || value.length <= UsageLimits.MAX_MESSAGE_BYTES
        ? value
        : Arrays.copyOf(value, UsageLimits.MAX_MESSAGE_BYTES);
  }

  private static int bytesOf(Map<String, String> headers) {
    return headers.entrySet().stream()
        .mapToInt(header -> bytes(header.getKey()).length + bytes(header.getValue()).length)
        .sum();
  }

  private static byte[] number(long value) {
    return bytes(Long.toString(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

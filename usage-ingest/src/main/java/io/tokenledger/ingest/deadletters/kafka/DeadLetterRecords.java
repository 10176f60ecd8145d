package io.tokenledger.ingest.deadletters.kafka;

import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.UsageMessage;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterId;
import io.tokenledger.ingest.kafka.HeaderText;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A dead letter as a record of {@code usage.events.dlq}, there, back, and on its way again. */
public final class DeadLetterRecords {

  private static final int MAX_HEADER_BYTES = 64 * 1024;

  private DeadLetterRecords() {}

  /**
   * What is larger than an event may be is cut: a message that compresses well can be far larger
   * than the dead letter topic takes, and must not stop the stream there. So can its key, which
   * decides over nothing but the partition, and its headers.
   */
  public static ProducerRecord<byte[], byte[]> toRecord(DeadLetter letter) {
    UsageMessage message = letter.message();
    ProducerRecord<byte[], byte[]> copy =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS,
            message.key() == null || message.key().length > MAX_HEADER_BYTES ? null : message.key(),
            cut(message.value()));
    addOwnHeaders(copy.headers(), message);
    add(copy.headers(), DeadLetterHeaders.REASON, letter.reason().code());
    add(copy.headers(), DeadLetterHeaders.DETAIL, letter.detail());
    add(copy.headers(), DeadLetterHeaders.SOURCE_TOPIC, Topics.USAGE_EVENTS);
    add(copy.headers(), DeadLetterHeaders.SOURCE_PARTITION, message.position().partition());
    add(copy.headers(), DeadLetterHeaders.SOURCE_OFFSET, message.position().offset());
    add(copy.headers(), DeadLetterHeaders.SOURCE_TIMESTAMP, message.sentAt());
    return copy;
  }

  /** With {@code dlq-…} only from us: what a producer says of dead letters is not believed. */
  private static void addOwnHeaders(Headers headers, UsageMessage message) {
    Map<String, String> own = withoutOurs(message.headers());
    if (HeaderText.sizeOf(own) <= MAX_HEADER_BYTES) {
      own.forEach((name, value) -> add(headers, name, value));
    } else {
      add(headers, DeadLetterHeaders.HEADERS_DROPPED, true);
    }
    if (message.value() != null && message.value().length > UsageLimits.MAX_MESSAGE_BYTES) {
      add(headers, DeadLetterHeaders.CUT_FROM_BYTES, message.value().length);
    }
    LetterId.parse(message.headers().getOrDefault(DeadLetterHeaders.REPLAYED_FROM, ""))
        .ifPresent(earlier -> add(headers, DeadLetterHeaders.REPLAYED_FROM, earlier));
  }

  static KeptLetter fromRecord(ConsumerRecord<byte[], byte[]> kept) {
    Map<String, String> headers = HeaderText.fromHeaders(kept.headers());
    return new KeptLetter(
        new LetterId(kept.partition(), kept.offset()),
        Instant.ofEpochMilli(kept.timestamp()),
        kept.key(),
        kept.value(),
        withoutOurs(headers),
        headers);
  }

  /** The message as it came, with a note of when it was sent first and which letter it was. */
  static ProducerRecord<byte[], byte[]> toReplay(KeptLetter letter) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(Topics.USAGE_EVENTS, letter.key(), letter.value());
    letter.headers().forEach((name, value) -> add(message.headers(), name, value));
    if (!letter.sentAt().isEmpty()) {
      add(message.headers(), DeadLetterHeaders.SOURCE_TIMESTAMP, letter.sentAt());
    }
    add(message.headers(), DeadLetterHeaders.REPLAYED_FROM, letter.id());
    return message;
  }

  private static Map<String, String> withoutOurs(Map<String, String> headers) {
    Map<String, String> own = new LinkedHashMap<>(headers);
    own.keySet().removeIf(name -> name.startsWith(DeadLetterHeaders.PREFIX));
    return own;
  }

  private static byte[] cut(byte[] value) {
    return value == null || value.length <= UsageLimits.MAX_MESSAGE_BYTES
        ? value
        : Arrays.copyOf(value, UsageLimits.MAX_MESSAGE_BYTES);
  }

  private static void add(Headers headers, String name, Object value) {
    headers.add(name, HeaderText.toBytes(value.toString()));
  }
}

package io.tokenledger.ingest.kafka;

import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.UsageMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A dead letter as a record of {@code usage.events.dlq}. */
public final class DeadLetterRecords {

  private static final int MAX_HEADER_BYTES = 64 * 1024;

  private DeadLetterRecords() {}

  /**
   * What is larger than an event may be is cut: a message that compresses well can be far larger
   * than the dead letter topic takes, and must not stop the stream there. So can its key, which
   * decides over nothing but the partition, and its headers.
   */
  static ProducerRecord<byte[], byte[]> toRecord(DeadLetter letter) {
    UsageMessage message = letter.message();
    ProducerRecord<byte[], byte[]> copy =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS,
            message.key() == null || message.key().length > MAX_HEADER_BYTES ? null : message.key(),
            cut(message.value()));
    addOwnHeaders(copy.headers(), message);
    HeaderText.add(copy.headers(), DeadLetterHeaders.REASON, letter.reason().code());
    HeaderText.add(copy.headers(), DeadLetterHeaders.DETAIL, letter.detail());
    HeaderText.add(copy.headers(), DeadLetterHeaders.SOURCE_TOPIC, Topics.USAGE_EVENTS);
    HeaderText.add(
        copy.headers(), DeadLetterHeaders.SOURCE_PARTITION, message.position().partition());
    HeaderText.add(copy.headers(), DeadLetterHeaders.SOURCE_OFFSET, message.position().offset());
    HeaderText.add(copy.headers(), DeadLetterHeaders.SOURCE_TIMESTAMP, message.sentAt());
    return copy;
  }

  /** With {@code dlq-…} only from us: what a producer says of dead letters is not believed. */
  private static void addOwnHeaders(Headers headers, UsageMessage message) {
    Map<String, String> own = withoutOurs(message.headers());
    if (HeaderText.sizeOf(own) <= MAX_HEADER_BYTES) {
      own.forEach((name, value) -> HeaderText.add(headers, name, value));
    } else {
      HeaderText.add(headers, DeadLetterHeaders.HEADERS_DROPPED, true);
    }
    if (message.value() != null && message.value().length > UsageLimits.MAX_MESSAGE_BYTES) {
      HeaderText.add(headers, DeadLetterHeaders.CUT_FROM_BYTES, message.value().length);
    }
    LetterId.parse(message.headers().getOrDefault(DeadLetterHeaders.REPLAYED_FROM, ""))
        .ifPresent(earlier -> HeaderText.add(headers, DeadLetterHeaders.REPLAYED_FROM, earlier));
  }

  /** The headers of a message without the notes that only this service writes. */
  public static Map<String, String> withoutOurs(Map<String, String> headers) {
    Map<String, String> own = new LinkedHashMap<>(headers);
    own.keySet().removeIf(name -> name.startsWith(DeadLetterHeaders.PREFIX));
    return own;
  }

  private static byte[] cut(byte[] value) {
    return value == null || value.length <= UsageLimits.MAX_MESSAGE_BYTES
        ? value
        : Arrays.copyOf(value, UsageLimits.MAX_MESSAGE_BYTES);
  }
}

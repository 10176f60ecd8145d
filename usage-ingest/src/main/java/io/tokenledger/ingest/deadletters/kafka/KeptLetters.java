package io.tokenledger.ingest.deadletters.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.kafka.DeadLetterRecords;
import io.tokenledger.ingest.kafka.HeaderText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record of {@code usage.events.dlq} as a letter that is kept, and on its way again. */
final class KeptLetters {

  private static final UsageEventDecoder DECODER = new UsageEventDecoder();

  private KeptLetters() {}

  static KeptLetter fromRecord(ConsumerRecord<byte[], byte[]> kept) {
    Map<String, String> headers = HeaderText.fromHeaders(kept.headers());
    return new KeptLetter(
        new LetterId(kept.partition(), kept.offset()),
        Instant.ofEpochMilli(kept.timestamp()),
        kept.key(),
        kept.value(),
        DeadLetterRecords.withoutOurs(headers),
        headers,
        json(kept.value()));
  }

  private static Optional<JsonNode> json(byte[] value) {
    try {
      return Optional.of(DECODER.parse(value, UsageLimits.MAX_MESSAGE_BYTES));
    } catch (InvalidEventException e) {
      return Optional.empty();
    }
  }

  /** The message as it came, with a note of when it was sent first and which letter it was. */
  static ProducerRecord<byte[], byte[]> toReplay(KeptLetter letter) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(Topics.USAGE_EVENTS, letter.key(), letter.value());
    letter.headers().forEach((name, value) -> HeaderText.add(message.headers(), name, value));
    if (!letter.sentAt().isEmpty()) {
      HeaderText.add(message.headers(), DeadLetterHeaders.SOURCE_TIMESTAMP, letter.sentAt());
    }
    HeaderText.add(message.headers(), DeadLetterHeaders.REPLAYED_FROM, letter.id());
    return message;
  }
}

package io.tokenledger.ingest.kafka;

import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.UsageMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What a batch of {@code usage.events} consists of. */
final class UsageMessages {

  private UsageMessages() {}

  static List<UsageMessage> fromRecords(UUID topicId, ConsumerRecords<byte[], byte[]> records) {
    List<UsageMessage> messages = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> each : records) {
      Map<String, String> headers = HeaderText.fromHeaders(each.headers());
      messages.add(
          new UsageMessage(
              new SourcePosition(topicId, each.partition(), each.offset()),
              each.key(),
              each.value(),
              headers,
              sentAt(headers, Instant.ofEpochMilli(each.timestamp()))));
    }
    return messages;
  }

  /** A replayed message tells when it was sent first; anything else there is not believed. */
  private static Instant sentAt(Map<String, String> headers, Instant recordTime) {
    String first = headers.get(DeadLetterHeaders.SOURCE_TIMESTAMP);
    if (first == null) {
      return recordTime;
    }
    try {
      return Instant.parse(first).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      return recordTime;
    }
  }
}

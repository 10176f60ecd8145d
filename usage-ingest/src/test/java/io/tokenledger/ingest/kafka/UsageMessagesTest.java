package io.tokenledger.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.ingest.UsageMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageMessagesTest {

  private static final Instant RECORD_TIME = Instant.parse("2026-05-01T08:30:00Z");

  @Test
  void aReplayedMessageTellsWhenItWasSentFirst() {
    assertThat(message(Map.of("dlq-source-timestamp", "2026-03-02T01:02:03.004Z")).sentAt())
        .isEqualTo("2026-03-02T01:02:03.004Z");
    assertThat(message(Map.of()).sentAt()).isEqualTo(RECORD_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-03-02", "2026-13-02T00:00:00Z", "\u0000"})
  void whatIsNoTimeIsNotBelieved(String header) {
    assertThat(message(Map.of("dlq-source-timestamp", header)).sentAt()).isEqualTo(RECORD_TIME);
  }

  private static UsageMessage message(Map<String, String> headers) {
    RecordHeaders bytes = new RecordHeaders();
    headers.forEach((name, value) -> bytes.add(name, value.getBytes(StandardCharsets.UTF_8)));
    ConsumerRecord<byte[], byte[]> each =
        new ConsumerRecord<>(
            "usage.events",
            0,
            5,
            RECORD_TIME.toEpochMilli(),
            TimestampType.CREATE_TIME,
            -1,
            -1,
            null,
            new byte[0],
            bytes,
            Optional.empty());
    TopicPartition partition = new TopicPartition("usage.events", 0);
    return UsageMessages.fromRecords(
            new UUID(1, 1), new ConsumerRecords<>(Map.of(partition, List.of(each)), Map.of()))
        .get(0);
  }
}

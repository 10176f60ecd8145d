package io.tokenledger.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What is told of how late events are when they are recorded. */
class SourceTimeTest {

  private static final TopicPartition EVENTS = new TopicPartition("usage.events", 0);
  private static final long NOW = 1_800_000_000_000L;

  @Test
  void theTimeOfTheNewest() {
    assertThat(SourceTime.of(sentAt(NOW - 9_000, NOW - 4_000, NOW - 7_000), NOW))
        .isEqualTo(NOW - 4_000);
  }

  @Test
  void aClockThatIsAheadIsNotBelieved() {
    assertThat(SourceTime.of(sentAt(NOW - 50, NOW + 86_400_000), NOW)).isEqualTo(NOW);
  }

  @Test
  void whatWaitedForDaysIsNotDeletedBeforeItIsCounted() {
    assertThat(SourceTime.of(sentAt(NOW - 864_000_000), NOW)).isEqualTo(NOW - SourceTime.OLDEST_MS);
  }

  @Test
  void ofMessagesWithoutATimeTheOldestThatMayBe() {
    assertThat(SourceTime.of(sentAt(-1), NOW)).isEqualTo(NOW - SourceTime.OLDEST_MS);
  }

  private static ConsumerRecords<byte[], byte[]> sentAt(long... times) {
    List<ConsumerRecord<byte[], byte[]>> records =
        LongStream.of(times).mapToObj(SourceTimeTest::record).toList();
    return new ConsumerRecords<>(Map.of(EVENTS, records), Map.of());
  }

  private static ConsumerRecord<byte[], byte[]> record(long time) {
    return new ConsumerRecord<>(
        EVENTS.topic(),
        EVENTS.partition(),
        0,
        time,
        TimestampType.CREATE_TIME,
        0,
        0,
        new byte[0],
        new byte[0],
        new RecordHeaders(),
        Optional.empty());
  }
}

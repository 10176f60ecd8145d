package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LaneWindowTest {

  private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long EPOCH = 1_000_000;

  private final LaneWindow window =
      new LaneWindow(new FoldingBatches.Window(Duration.ofMillis(300), Duration.ofMillis(5_000)));

  @Test
  void aQuietStreamIsFlushedAtOnce() {
    took(1, 0, 0);
    assertThat(isOver(0)).isTrue();
    window.close();
    took(32, 250, 600);
    assertThat(isOver(250)).isTrue();
  }

  @Test
  void aBusyStreamIsFoldedForTheShortestWindow() {
    took(200, 0, 100);
    assertThat(isOver(299)).isFalse();
    assertThat(isOver(300)).isTrue();
  }

  /** Under load a poll may give little, as the messages of a transaction come when it ends. */
  @Test
  void aSmallPollOfABusyStreamIsNotQuiet() {
    took(200, 0, 0);
    window.close();
    took(1, 310, 0);
    assertThat(isOver(310)).isFalse();
  }

  @Test
  void aLongFlushDoesNotMakeABusyStreamQuiet() {
    took(200, 0, 0);
    window.close();
    took(32, 900, 850);
    assertThat(isOver(900)).isFalse();
  }

  @Test
  void theLongerAFlushTakesTheLongerALaneFolds() {
    took(200, 0, 0);
    window.flushed(Duration.ofMillis(800));
    took(200, 1_000, 0);
    took(1, 1_250, 0);
    took(1, 1_500, 0);
    assertThat(isOver(1_799)).isFalse();
    assertThat(isOver(1_800)).isTrue();
  }

  @Test
  void aSecondsLagDoesNotMakeTheWindowLonger() {
    took(200, 0, 1_000);
    assertThat(isOver(300)).isTrue();
  }

  @Test
  void theFurtherALaneLagsTheLongerItFolds() {
    took(1, 0, 2_200);
    took(1, 50, 0);
    took(1, 300, 0);
    took(1, 550, 0);
    took(1, 800, 0);
    took(1, 1_050, 0);
    assertThat(isOver(1_199)).isFalse();
    assertThat(isOver(1_200)).isTrue();
  }

  @Test
  void aPartitionThatLagsDoesNotMakeTheOthersLate() {
    took(200, 0, 60_000);
    took(new TopicPartition("topic", 1), 200, 100, 100);
    took(200, 250, 60_000);
    assertThat(isOver(299)).isFalse();
    assertThat(isOver(300)).isTrue();
  }

  @Test
  void butNotLongerThanTheLongestWindow() {
    for (int now = 0; now < 5_000; now += 200) {
      took(200, now, 60_000);
      assertThat(isOver(now)).isFalse();
    }
    assertThat(isOver(5_000)).isTrue();
  }

  @Test
  void aLaneThatHasCaughtUpDoesNotWaitForTheEndOfItsWindow() {
    took(200, 0, 60_000);
    took(200, 100, 60_000);
    assertThat(isOver(399)).isFalse();
    assertThat(isOver(400)).isTrue();
  }

  /** The ends of transactions have offsets, too. */
  @Test
  void offsetsAloneWaitForMessages() {
    took(0, 0, 0);
    assertThat(isOver(299)).isFalse();
    assertThat(isOver(300)).isTrue();
  }

  @Test
  void nothingIsWaitedForLongerThanTheWindowLasts() {
    assertThat(window.wait(POLL, 0)).isEqualTo(POLL);
    took(200, 0, 0);
    assertThat(window.wait(POLL, millis(10))).isEqualTo(POLL);
    assertThat(window.wait(POLL, millis(270))).isEqualTo(Duration.ofMillis(30));
    assertThat(window.wait(POLL, millis(400))).isEqualTo(Duration.ZERO);
  }

  private boolean isOver(int now) {
    return window.isOver(millis(now));
  }

  private void took(int messages, int now, int lag) {
    took(PARTITION, messages, now, lag);
  }

  private void took(TopicPartition partition, int messages, int now, int lag) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      records.add(
          new ConsumerRecord<>(
              partition.topic(),
              partition.partition(),
              i,
              EPOCH + now - lag,
              TimestampType.CREATE_TIME,
              0,
              1,
              null,
              new byte[1],
              new RecordHeaders(),
              Optional.empty()));
    }
    window.took(
        new ConsumerRecords<>(
            messages == 0 ? Map.of() : Map.of(partition, records),
            Map.of(partition, new OffsetAndMetadata(messages))),
        millis(now),
        EPOCH + now);
  }

  private static long millis(int millis) {
    return 7_000_000_000L + Duration.ofMillis(millis).toNanos();
  }
}

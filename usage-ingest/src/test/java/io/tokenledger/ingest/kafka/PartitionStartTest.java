package io.tokenledger.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PartitionStartTest {

  private static final OptionalLong NONE = OptionalLong.empty();

  @Test
  void whatPostgresLacksIsReadAgainAndNotPublished() {
    PartitionStart start = new PartitionStart(at(10), at(500), 0, 600);

    assertThat(start.isAnotherLog()).isFalse();
    assertThat(start.readFrom()).isEqualTo(10);
    assertThat(start.publishedBelow()).isEqualTo(500);
  }

  @Test
  void anEmptyDatabaseIsFilledFromTheBeginning() {
    PartitionStart start = new PartitionStart(NONE, at(500), 7, 600);

    assertThat(start.isAnotherLog()).isFalse();
    assertThat(start.readFrom()).isEqualTo(7);
    assertThat(start.publishedBelow()).isEqualTo(500);
  }

  @Test
  void aPartitionNeverReadBeginsAtItsBeginning() {
    PartitionStart start = new PartitionStart(NONE, NONE, 7, 600);

    assertThat(start.readFrom()).isEqualTo(7);
    assertThat(start.publishedBelow()).isEqualTo(7);
  }

  @Test
  void aLogThatEndsBeforeWhatWasReadIsAnother() {
    assertThat(new PartitionStart(at(500), at(300), 0, 300).isAnotherLog()).isTrue();
  }

  @Test
  void soIsOneThatHasGrownSince() {
    PartitionStart start = new PartitionStart(at(500), at(300), 0, 900);

    assertThat(start.isAnotherLog()).isTrue();
    assertThat(start.inNewEpoch()).isEqualTo(300);
  }

  @Test
  void soIsOneThatKafkaItselfHasRead() {
    PartitionStart start = new PartitionStart(at(200), at(500), 0, 300);

    assertThat(start.isAnotherLog()).isTrue();
    assertThat(start.inNewEpoch()).isEqualTo(300);
  }

  @Test
  void offsetsThatExpiredAreNoSignOfItWhenEverythingOlderIsGone() {
    assertThat(new PartitionStart(at(500), NONE, 0, 900).isAnotherLog()).isTrue();
    assertThat(new PartitionStart(at(500), NONE, 500, 900).isAnotherLog()).isFalse();
  }

  private static OptionalLong at(long offset) {
    return OptionalLong.of(offset);
  }
}

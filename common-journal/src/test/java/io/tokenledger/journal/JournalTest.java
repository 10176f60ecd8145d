package io.tokenledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private final List<Damage> damages = new ArrayList<>();
  @TempDir private Path directory;

  @Test
  void whatIsNotAcknowledgedIsReadAgain() throws Exception {
    try (Journal journal = open()) {
      Journals.append(journal, "one");
      long two = Journals.append(journal, "two");
      Journals.append(journal, "three");
      journal.acknowledge(two);
      assertThat(Journals.texts(journal)).containsExactly("two", "three");
    }
    try (Journal journal = open()) {
      assertThat(Journals.texts(journal)).containsExactly("two", "three");
      assertThat(Journals.records(journal).get(0).type()).isEqualTo(Journals.TYPE);
    }
    assertThat(damages).isEmpty();
  }

  @Test
  void acknowledgedSegmentsAreDeletedAndGiveRoom() throws Exception {
    JournalSettings settings = Journals.small(directory).withMaxBytes(1_000).withSegmentBytes(256);
    try (Journal journal = Journals.open(settings, damages)) {
      fill(journal);
      assertThatThrownBy(() -> Journals.append(journal, text(50)))
          .hasCauseInstanceOf(JournalFullException.class)
          .hasMessageContaining("1000 bytes wait to be acknowledged");
      long bytes = journal.bytes();

      journal.acknowledge(300);
      assertThat(journal.bytes()).isLessThan(bytes);
      assertThat(Journals.segments(directory).get(0).getFileName().toString()).startsWith("0");
      Journals.append(journal, text(50));
      journal.acknowledge(journal.end());
      assertThat(Journals.segments(directory)).hasSize(1);
      assertThat(Journals.texts(journal)).isEmpty();
    }
  }

  /** While a reader reads: it goes on in the next segments as they come. */
  @Test
  void aReaderGoesOnWithWhatIsAppended() throws Exception {
    try (Journal journal = open();
        JournalReader reader = journal.read()) {
      assertThat(reader.next()).isEmpty();
      assertThat(journal.awaitRecordAt(reader.position(), Duration.ofMillis(1))).isFalse();
      List<CompletableFuture<Long>> appended =
          IntStream.range(0, 500)
              .mapToObj(i -> journal.append((byte) 1, new byte[i % 90]))
              .toList();
      for (int i = 0; i < 500; i++) {
        while (!journal.awaitRecordAt(reader.position(), Duration.ofSeconds(5))) {
          throw new AssertionError("record " + i + " did not come");
        }
        JournalRecord record = reader.next().orElseThrow();
        assertThat(record.payload()).hasSize(i % 90);
        assertThat(appended.get(i)).isCompletedWithValue(record.position());
        journal.acknowledge(record.next());
      }
      assertThat(Journals.segments(directory)).hasSize(1);
    }
  }

  @Test
  void aSecondOwnerIsRefusedWithASentence() throws Exception {
    try (Journal journal = open()) {
      assertThat(journal.end()).isZero();
      assertThatThrownBy(this::open)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("is in use by another process");
    }
    open().close();
  }

  @Test
  void anAppendCanWaitForTheDisk() throws Exception {
    JournalSettings settings = Journals.small(directory).withConfirmSynced(true);
    Journal journal = Journals.open(settings.withSyncEvery(Duration.ofHours(1)), damages);
    Journals.append(journal, "at once: the last time is long ago");
    CompletableFuture<Long> second = journal.append((byte) 1, new byte[3]);
    assertThat(journal.awaitRecordAt(44, Duration.ofSeconds(5))).isTrue();
    assertThat(second).isNotDone();
    journal.close();
    assertThat(second).isCompleted();
  }

  @Test
  void whatWasAppendedBeforeTheEndIsConfirmedAndNothingAfter() throws Exception {
    Journal journal = open();
    List<CompletableFuture<Long>> appended =
        IntStream.range(0, 100).mapToObj(i -> journal.append((byte) 1, new byte[i])).toList();
    journal.close();
    journal.close();
    assertThat(appended).allSatisfy(each -> assertThat(each).isCompleted());
    assertThatThrownBy(() -> Journals.append(journal, "late"))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("is closed");
  }

  @Test
  void aRecordLargerThanASegmentIsRefused() throws Exception {
    try (Journal journal = open()) {
      assertThatThrownBy(() -> journal.append((byte) 1, new byte[256]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("256 bytes, and this one has 265");
    }
  }

  /** The disk lost what was written last, but not that it was acknowledged. */
  @Test
  void whatIsAppendedNeverCountsAsAcknowledgedAlready() throws Exception {
    try (Journal journal = open()) {
      Journals.append(journal, "lost with the machine");
      journal.acknowledge(journal.end());
    }
    Files.write(Journals.segments(directory).get(0), new byte[0]);
    try (Journal journal = open()) {
      Journals.append(journal, "new");
      assertThat(Journals.texts(journal)).containsExactly("new");
    }
    try (Journal journal = open()) {
      assertThat(Journals.texts(journal)).containsExactly("new");
    }
  }

  @Test
  void withoutItsCheckpointAllThatIsThereIsReadAgain() throws Exception {
    try (Journal journal = open()) {
      Journals.append(journal, "one");
      journal.acknowledge(Journals.append(journal, "two"));
    }
    Files.writeString(directory.resolve("checkpoint"), "tokenledger-journal-1 99 1234\n");
    try (Journal journal = open()) {
      assertThat(Journals.texts(journal)).containsExactly("one", "two");
    }
    assertThat(damages).singleElement().asString().contains("checkpoint", "read again");
  }

  private Journal open() {
    return Journals.open(Journals.small(directory), damages);
  }

  private static void fill(Journal journal) {
    for (int i = 0; i < 16; i++) {
      Journals.append(journal, text(50));
    }
  }

  private static String text(int length) {
    return "x".repeat(length);
  }
}

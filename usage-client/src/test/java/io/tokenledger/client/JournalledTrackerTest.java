package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static io.tokenledger.client.Trackers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk, while the ledger is away and when it comes back. */
class JournalledTrackerTest {

  private final Trackers.Told told = new Trackers.Told();
  @TempDir private Path directory;

  @Test
  void whatWaitedIsSentByTheNextStart() throws Exception {
    String away = Trackers.nowhere();
    List<String> ids = IntStream.range(0, 1_500).mapToObj(i -> "e" + i).toList();
    try (UsageTracker tracker = to(away).start()) {
      ids.forEach(id -> tracker.record(event(tracker, id)));
    }
    try (TestLedger ledger = TestLedger.start();
        UsageTracker tracker = to(ledger.url()).start()) {
      tracker.record(event(tracker, "new"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(ledger.ids()).containsAll(ids).hasSize(1_501);
      assertThat(tracker.stats().accepted()).isEqualTo(1_501);
    }
    try (TestLedger ledger = TestLedger.start();
        UsageTracker tracker = to(ledger.url()).start()) {
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(ledger.seen()).as("all is done with").isEmpty();
    }
  }

  @Test
  void theLedgerComesBackWhileTheProgramRuns() throws Exception {
    String away = Trackers.nowhere();
    try (UsageTracker tracker = to(away).start()) {
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(Duration.ofMillis(100))).isFalse();
      int port = Integer.parseInt(away.substring(away.lastIndexOf(':') + 1));
      try (TestLedger ledger = TestLedger.startAt(port)) {
        assertThat(tracker.flush(LONG)).isTrue();
        assertThat(ledger.ids()).containsExactly("a");
      }
    }
  }

  /** As two instances on a machine: the second has its own, and the next takes over both. */
  @Test
  void severalProcessesShareTheDirectory() throws Exception {
    String away = Trackers.nowhere();
    try (UsageTracker one = to(away).start();
        UsageTracker other = to(away).start()) {
      one.record(event(one, "one"));
      other.record(event(other, "other"));
      assertThat(one.flush(Duration.ofMillis(50))).isFalse();
    }
    try (TestLedger ledger = TestLedger.start();
        UsageTracker next = to(ledger.url()).start()) {
      await().until(() -> ledger.ids().size() == 2);
      assertThat(ledger.ids()).containsExactlyInAnyOrder("one", "other");
      assertThat(next.stats().accepted()).isEqualTo(2);
    }
  }

  @Test
  void aFullJournalGivesWayToMemoryAndThenEventsAreDropped() throws Exception {
    UsageTracker tracker =
        to(Trackers.nowhere())
            .maxJournalBytes(8 * 1024 * 1024)
            .maxMemoryBytes(1024 * 1024)
            .closeWithin(Duration.ZERO)
            .listener(told)
            .start();
    String large = "{\"prompt_tokens\":1,\"completion_tokens\":1,\"x\":\"" + "x".repeat(4_000);
    for (int i = 0; i < 4_000; i++) {
      tracker.record(tracker.event().provider("a").model("b").rawUsage(large + "\"}").build());
      if (i % 50 == 49 && i < 1_500) {
        long all = i + 1L;
        // The disk keeps up, so that the bound of the journal is the one that counts.
        await().until(() -> tracker.stats().journalled() == all);
      }
    }
    tracker.close();
    TrackerStats stats = tracker.stats();
    assertThat(stats.journalled()).isBetween(1_500L, 2_000L);
    assertThat(stats.journalled() + stats.dropped()).isEqualTo(4_000);
    assertThat(told.dropped).contains("no room in the journal, nor in memory");
    assertThat(bytesOnDisk()).isLessThanOrEqualTo(8L * 1024 * 1024 + 1024);
  }

  /** A file where the directory should be: the program does not care, and the ledger has it all. */
  @Test
  void withoutADiskEventsGoThroughMemory() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    try (TestLedger ledger = TestLedger.start();
        UsageTracker tracker = Trackers.to(ledger.url()).journal(file.resolve("sub")).start()) {
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(ledger.ids()).containsExactly("a");
      assertThat(tracker.stats().journalled()).isZero();
    }
  }

  private UsageTrackerBuilder to(String url) {
    return Trackers.to(url).journal(directory.resolve("journal"));
  }

  private long bytesOnDisk() throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}

package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose files may not grow beyond 64 KiB, as on a full disk. */
class FailingDiskTest {

  private static final int EVENTS = 3_000;

  @TempDir private Path directory;

  @Test
  void whatTheDiskDoesNotTakeGoesThroughMemory() throws Exception {
    try (TestLedger ledger = TestLedger.start()) {
      Process process =
          ChildProcess.start(
              List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash"),
              List.of(),
              FailingDiskTest.class,
              ledger.url(),
              directory.toString());
      List<String> said;
      try (var output = process.inputReader()) {
        said = output.lines().toList();
      }
      assertThat(process.waitFor()).as("%s", said).isZero();
      long journalled = Long.parseLong(said.get(said.size() - 1));
      assertThat(journalled).as("some failed").isBetween(100L, EVENTS - 1L);
      assertThat(ledger.ids()).as("and none is lost").hasSize(EVENTS);
    }
  }

  /** Says how many went over the disk. */
  public static void main(String[] arguments) {
    try (UsageTracker tracker = Trackers.to(arguments[0]).journal(Path.of(arguments[1])).start()) {
      for (int i = 0; i < EVENTS; i++) {
        tracker.record(Trackers.event(tracker, "e" + i));
      }
      tracker.flush(Trackers.LONG);
      System.out.println(tracker.stats().journalled());
    }
  }
}

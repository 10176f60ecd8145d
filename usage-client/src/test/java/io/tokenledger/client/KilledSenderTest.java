package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that records is killed with SIGKILL at any moment, while the ledger answers, hangs
 * up or is overloaded. {@code -Dclient.kills=300} kills more often.
 */
class KilledSenderTest {

  private static final int KILLS = Integer.getInteger("client.kills", 5);
  private static final String JOURNALLED = "journalled ";

  @TempDir private Path directory;
  private final Random random = new Random(20_260_101);

  @Test
  void whatWasJournalledIsCountedOnce() throws Exception {
    Map<String, Integer> journalled = new HashMap<>();
    try (TestLedger ledger = TestLedger.start()) {
      for (int round = 0; round < KILLS; round++) {
        disturb(ledger);
        journalled.put("round" + round, recordAndKill(ledger.url(), "round" + round));
      }
      try (UsageTracker last = Trackers.to(ledger.url()).journal(directory).start()) {
        assertThat(last.flush(LONG)).isTrue();
      }
      assertThat(ledger.ids()).containsAll(idsOf(journalled));
      assertThat(ledger.conflicts()).as("what was sent twice was the same").isEmpty();
    }
    assertThat(journalled.values()).as("each round wrote some").allMatch(count -> count > 0);
  }

  /** The ledger takes events and hangs up without an answer, or says that it is overloaded. */
  private void disturb(TestLedger ledger) {
    for (int i = random.nextInt(4); i > 0; i--) {
      ledger.failNext(random.nextBoolean() ? 0 : 503, Map.of(), "");
    }
  }

  /** Kills the process some time after it has said that something is on the disk. */
  private int recordAndKill(String url, String name) throws Exception {
    Process process =
        ChildProcess.start(List.of(), KilledSenderTest.class, url, directory.toString(), name);
    int journalled = 0;
    int lines = 1 + random.nextInt(60);
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(JOURNALLED) && line.endsWith(".")) {
          journalled = countOf(line);
          if (--lines == 0) {
            process.toHandle().destroyForcibly();
          }
        }
      }
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return journalled;
  }

  private static int countOf(String line) {
    return Integer.parseInt(line.substring(JOURNALLED.length(), line.length() - 1));
  }

  private static List<String> idsOf(Map<String, Integer> journalled) {
    List<String> ids = new ArrayList<>();
    journalled.forEach(
        (name, count) -> {
          for (int i = 0; i < count; i++) {
            ids.add(name + "-" + i);
          }
        });
    return ids;
  }

  /** Records without end, and tells how many of the first events are on the disk. */
  public static void main(String[] arguments) throws InterruptedException {
    UsageTracker tracker =
        Trackers.to(arguments[0]).journal(Path.of(arguments[1])).linger(java.time.Duration.ZERO).start();
    long said = 0;
    for (int i = 0; ; i++) {
      tracker.record(Trackers.event(tracker, arguments[2] + "-" + i));
      if (tracker.stats().journalled() > said) {
        said = tracker.stats().journalled();
        System.out.println(JOURNALLED + said + ".");
      }
      if (i % 20 == 0) {
        Thread.sleep(1);
      }
    }
  }
}

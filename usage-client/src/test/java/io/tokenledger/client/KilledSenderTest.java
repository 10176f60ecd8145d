package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that records is killed with SIGKILL at any moment, while the ledger answers, hangs
 * up or is overloaded. {@code -Dclient.kills=300} kills more often.
 */
class KilledSenderTest {

  private static final int KILLS = Integer.getInteger("client.kills", 5);

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
      ledger.forgive();
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
    ledger.forgive();
    for (int i = random.nextInt(4); i > 0; i--) {
      ledger.failNext(random.nextBoolean() ? 0 : 503, Map.of(), "");
    }
  }

  /** Kills the process some time after it has said that something is on the disk. */
  private int recordAndKill(String url, String name) throws Exception {
    RecordingProcess process = RecordingProcess.start(url, directory, "acme", "secret", name, 20);
    process.awaitLines(1 + random.nextInt(60));
    return process.kill();
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
}

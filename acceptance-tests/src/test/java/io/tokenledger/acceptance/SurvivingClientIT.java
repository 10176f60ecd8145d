package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.client.RecordingProcess;
import io.tokenledger.client.Trackers;
import io.tokenledger.client.UsageTracker;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Java program that records usage, usage-ingest and Kafka are killed with SIGKILL in turn,
 * between an event's way to the disk and its acknowledgement. {@code
 * -Dtokenledger.test.client-cycles=300} does it more often.
 */
class SurvivingClientIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final int CYCLES = Integer.getInteger("tokenledger.test.client-cycles", 3);
  private static final Duration ARRIVES_WITHIN = Duration.ofMinutes(2);
  private static final String ORG = "killed-client";
  private static final List<Component> KILLED = List.of(Component.USAGE_INGEST, Component.KAFKA);

  private final Random random = new Random(20_260_101);
  private final String token =
      LEDGER.api().token("app", Map.of(ORG, "owner"), List.of("events:write"));
  private final String url = LEDGER.access().url(Component.USAGE_INGEST);
  @TempDir private Path directory;

  @Test
  void whatIsOnTheDiskIsInTheLedgerOnce() throws Exception {
    Set<String> journalled = new HashSet<>();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      String name = "cycle" + cycle;
      int count = recordAndKill(name, cycle % (KILLED.size() + 1));
      for (int i = 0; i < count; i++) {
        journalled.add(name + "-" + i);
      }
    }
    await().atMost(ARRIVES_WITHIN).until(() -> new Status(LEDGER).notReady().isEmpty());
    try (UsageTracker last = Trackers.to(url).org(ORG).token(token).journal(directory).start()) {
      assertThat(last.flush(ARRIVES_WITHIN)).isTrue();
      assertThat(last.stats().rejected()).isZero();
    }
    await().atMost(ARRIVES_WITHIN).until(() -> missing(journalled).isEmpty());
    assertThat(journalled).hasSizeGreaterThan(CYCLES * 10);
    List<String> recorded = recorded();
    assertThat(new HashSet<>(recorded)).as("each once").hasSize(recorded.size());
    await().atMost(ARRIVES_WITHIN).until(() -> requestsInReports() == recorded.size());
  }

  /**
   * @param turn which one dies while the program records; the program itself always does
   */
  private int recordAndKill(String name, int turn) throws IOException, InterruptedException {
    RecordingProcess program = RecordingProcess.start(url, directory, ORG, token, name, 1);
    program.awaitLines(5 + random.nextInt(20));
    if (turn < KILLED.size()) {
      kill(KILLED.get(turn));
      program.awaitLines(20 + random.nextInt(100));
    }
    return program.kill();
  }

  private void kill(Component component) {
    long pid = new Status(LEDGER).pid(component);
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static Set<String> missing(Set<String> journalled) {
    Set<String> missing = new HashSet<>(journalled);
    missing.removeAll(new HashSet<>(recorded()));
    return missing;
  }

  private static List<String> recorded() {
    return texts("SELECT event_id FROM raw.usage_event WHERE org_id = ?");
  }

  private static long requestsInReports() {
    String sum =
        texts("SELECT sum(request_count)::text FROM rollup.org_daily_usage WHERE org_id = ?")
            .get(0);
    return sum == null ? 0 : Long.parseLong(sum);
  }

  private static List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = LEDGER.access().database().connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, ORG);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

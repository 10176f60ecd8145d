package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.acceptance.fuzz.FuzzReport;
import io.tokenledger.acceptance.fuzz.FuzzRound;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Nothing that can be sent, over HTTP or Kafka, makes a 5xx, ends a process or stops a lane; and
 * whoever sends nothing wrong is counted exactly.
 */
class UntrustedInputIT {

  private static final long SEED = Long.getLong("tokenledger.test.seed", System.nanoTime());
  private static final int REQUESTS = 2_000;
  private static final int MESSAGES = 2_000;

  private static final RunningLedger LEDGER = RunningLedger.shared();

  @Test
  void whateverIsSentIsAnsweredCountedOrSetAside() throws SQLException, InterruptedException {
    FuzzReport report =
        new FuzzRound(SEED, LEDGER.access(), () -> new Status(LEDGER).processes())
            .run(REQUESTS, MESSAGES);
    System.out.println(report.table());
    assertThat(report.violations()).as("seed %d", SEED).isEmpty();
    assertThat(report.statuses().values()).as("some must pass").allMatch(s -> s.containsKey(200));
    assertThat(report.outcomes().rows()).isPositive();
  }
}

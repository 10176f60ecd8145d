package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tokenledger.acceptance.faults.FaultPlan;
import io.tokenledger.acceptance.ledger.CrashPoint;
import io.tokenledger.acceptance.ledger.SmallDisk;
import io.tokenledger.acceptance.round.FaultRound;
import io.tokenledger.acceptance.round.RoundReport;
import io.tokenledger.acceptance.round.RoundTable;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Every kind of fault while events flow: nothing is lost, nothing counts twice. The rounds have a
 * ledger each, and wait for most of their time, so they run side by side; the short one in turn
 * with {@link HostileIT}, as a third ledger would be too much for a small machine.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {

  static final String SECOND_LEDGER = "second ledger";

  private static final long SEED = Long.getLong("tokenledger.test.seed", System.nanoTime());

  private final FaultRound round =
      new FaultRound(new FaultPlan(FaultPlan.DECK, SEED, ""), SEED, System.out::println);

  @Test
  void everyEventCountsOnceWhateverDies() throws IOException, InterruptedException {
    RoundReport report = round.runOrdinary().report();
    System.out.println(RoundTable.of(report));
    assertThat(report.violations()).isEmpty();
    assertThat(report.deaths().get(CrashPoint.INGEST_STORED.label()))
        .as("deaths between PostgreSQL's commit and Kafka's")
        .isGreaterThanOrEqualTo(FaultPlan.DEATHS_BETWEEN_THE_COMMITS);
    assertThat(report.deaths().values()).as("%s", report.deaths()).doesNotContain(0);
  }

  @Test
  @ResourceLock(SECOND_LEDGER)
  void everyEventCountsOnceWhenADiskWasFull() throws IOException, InterruptedException {
    Optional<String> obstacle = SmallDisk.obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle::get);
    RoundReport report = round.runFullDisks().report();
    System.out.println(RoundTable.of(report));
    assertThat(report.violations()).isEmpty();
  }
}

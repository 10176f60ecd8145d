package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.acceptance.hostile.AttackResult;
import io.tokenledger.acceptance.hostile.HostileReport;
import io.tokenledger.acceptance.hostile.HostileRound;
import io.tokenledger.acceptance.hostile.HostileTable;
import io.tokenledger.acceptance.hostile.Scale;
import io.tokenledger.acceptance.hostile.attack.Attacks;
import io.tokenledger.acceptance.ledger.PortBase;
import io.tokenledger.acceptance.ledger.ServiceProcess;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What one org can do to the others: no process ends, every sum stays exact, everybody is answered.
 * How fast the others are answered meanwhile, {@code ./tokenledger bench hostile} measures.
 */
@ResourceLock(FaultsIT.SECOND_LEDGER)
class HostileIT {

  private final HostileRound round =
      new HostileRound(
          Scale.SHORT, PortBase.free(), ServiceProcess.QUICK_START, System.out::println);

  @Test
  void oneOrgNeitherStopsNorFalsifiesTheLedgerOfTheOthers()
      throws IOException, InterruptedException {
    HostileReport report = round.run(Attacks.thatDoHarm());
    System.out.println(HostileTable.of(report));
    for (AttackResult each : report.all()) {
      assertThat(each.restarts()).as(each.label()).isEmpty();
      assertThat(each.differences()).as(each.label()).isEmpty();
      assertThat(each.surprises()).as(each.label()).isEmpty();
      assertThat(each.reads().samples()).as(each.label()).isPositive();
    }
  }
}

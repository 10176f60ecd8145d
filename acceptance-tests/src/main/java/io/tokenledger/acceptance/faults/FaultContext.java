package io.tokenledger.acceptance.faults;

import io.tokenledger.acceptance.check.LedgerCheck;
import io.tokenledger.acceptance.ledger.FaultyLedger;
import io.tokenledger.acceptance.traffic.Traffic;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What a fault is done with.
 *
 * @param random decides its parameters; the same in each run of the same seed
 */
public record FaultContext(
    FaultyLedger ledger, Traffic traffic, LedgerCheck check, Random random, int cycle) {

  /** Lets the events flow for a while. */
  void flow(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }

  /** From 0 up to this, by chance. */
  Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }

  /** The same with chances of its own, for a fault that happens beside another one. */
  FaultContext beside() {
    return new FaultContext(ledger, traffic, check, new Random(random.nextLong()), cycle);
  }
}

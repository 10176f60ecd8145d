package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Optional;
import java.util.Set;

/** So much cost in one fold that its sum in nano-dollars does not fit 64 bits: 9,224 events do. */
final class CostOverflow implements Attack {

  private static final int EVENTS = 12_000;
  private static final long LARGEST_COST_MICROS = 1_000_000_000_000L;

  @Override
  public String finding() {
    return "H1";
  }

  @Override
  public String label() {
    return "events of a million dollars each";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(200, 429);
  }

  @Override
  public int bound() {
    return 200;
  }

  @Override
  public Optional<Component> asleep() {
    return Optional.of(Component.USAGE_AGGREGATOR);
  }

  @Override
  public void prepare(HostileOrg org) {
    org.send(EVENTS, number -> new HostileEvent("cost-" + number, LARGEST_COST_MICROS, ""));
  }

  /** The sum is above what a JSON number of 64 bits holds, too. */
  @Override
  public void run(HostileOrg org) {
    org.throughout(1, 1, number -> org.report("/analytics/usage"));
  }
}

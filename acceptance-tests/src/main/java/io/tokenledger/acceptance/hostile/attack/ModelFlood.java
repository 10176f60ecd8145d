package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Set;

/** Each event of another model that has no price: what has none is looked for all the time. */
final class ModelFlood implements Attack {

  @Override
  public String finding() {
    return "H7";
  }

  @Override
  public String label() {
    return "names of models without a price";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(200, 202, 429);
  }

  @Override
  public int bound() {
    return 202;
  }

  @Override
  public void run(HostileOrg org) {
    org.send(org.size(60_000, 5_000), ModelFlood::event);
    org.get(Component.PRICING_SERVICE, "/v1/unpriced?orgId=" + org.id());
  }

  /** Without a cost of its own, which would go before any price. */
  private static HostileEvent event(int number) {
    return HostileEvent.unpriced(
        "model-" + number, ",\"modelName\":\"model-%d\"".formatted(number));
  }
}

package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Set;

/** Orders to price all of its events again, one after the other. */
final class RepriceFlood implements Attack {

  private static final int AT_ONCE = 4;
  private static final int ORDERS = 40;
  private static final String ORDER = "{\"orgId\":\"%s\",\"reason\":\"again\",\"dryRun\":%b}";

  @Override
  public String finding() {
    return "M6";
  }

  @Override
  public String label() {
    return "orders to reprice without end";
  }

  @Override
  public boolean doesHarm() {
    return false;
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(202, 409, 429);
  }

  @Override
  public int bound() {
    return 409;
  }

  @Override
  public void prepare(HostileOrg org) {
    org.send(org.size(20_000, 2_000), number -> HostileEvent.of("reprice-" + number, ""));
  }

  @Override
  public void run(HostileOrg org) {
    org.throughout(
        AT_ONCE,
        ORDERS,
        number ->
            org.call(
                Component.PRICING_SERVICE,
                "POST",
                "/v1/reprice",
                org.owner(),
                ORDER.formatted(org.id(), number % 2 == 0)));
  }
}

package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Set;

/** Erasures of users, of whom most never were, more at once than there are connections. */
final class ErasureFlood implements Attack {

  private static final int AT_ONCE = 25;
  private static final int USERS = 100;

  @Override
  public String finding() {
    return "H9";
  }

  @Override
  public String label() {
    return "erasures without end";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(202, 429);
  }

  @Override
  public int bound() {
    return 202;
  }

  @Override
  public void prepare(HostileOrg org) {
    org.send(org.size(30_000, 3_000), ErasureFlood::event);
  }

  @Override
  public void run(HostileOrg org) {
    org.throughout(
        AT_ONCE,
        AT_ONCE,
        number ->
            org.call(
                Component.USAGE_QUERY,
                "POST",
                "/orgs/%s/users/user-%d/erase".formatted(org.id(), number),
                org.owner(),
                ""));
  }

  private static HostileEvent event(int number) {
    return HostileEvent.of("erased-" + number, ",\"userId\":\"user-%d\"".formatted(number % USERS));
  }
}

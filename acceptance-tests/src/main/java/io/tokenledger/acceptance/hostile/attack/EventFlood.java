package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import java.util.Set;
import java.util.stream.IntStream;

/** As many events as the intake takes. */
final class EventFlood implements Attack {

  private static final int EVENTS_AT_ONCE = 1_000;
  private static final int REQUESTS = 16;

  @Override
  public String finding() {
    return "M8";
  }

  @Override
  public String label() {
    return "events as fast as they are taken";
  }

  @Override
  public boolean doesHarm() {
    return false;
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
  public void run(HostileOrg org) {
    org.throughout(
        HostileOrg.CONNECTIONS,
        REQUESTS,
        request ->
            org.sendAll(
                IntStream.range(0, EVENTS_AT_ONCE)
                    .mapToObj(number -> HostileEvent.of(request + "-" + number, ""))
                    .toList()));
  }
}

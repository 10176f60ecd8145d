package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Set;

/** Sign-ins of names of nobody, each of which takes some tenths of a second of a core. */
final class SignInFlood implements Attack {

  private static final int AT_ONCE = 12;

  @Override
  public String finding() {
    return "M8";
  }

  @Override
  public String label() {
    return "sign-ins of strangers";
  }

  @Override
  public boolean doesHarm() {
    return false;
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(401, 429);
  }

  @Override
  public int bound() {
    return 429;
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
                "/auth/login",
                "",
                "{\"user\":\"nobody-%d\",\"password\":\"guess\"}".formatted(number)));
  }
}

package io.tokenledger.acceptance.hostile;

import java.util.Set;

/** What the others see when nobody means ill. */
record NoAttack(String when) implements Attack {

  private static final int OK = 200;

  @Override
  public String finding() {
    return "";
  }

  @Override
  public String label() {
    return "none, " + when;
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(OK);
  }

  @Override
  public int bound() {
    return OK;
  }

  @Override
  public void run(HostileOrg org) {
    org.report("/analytics/usage");
  }
}

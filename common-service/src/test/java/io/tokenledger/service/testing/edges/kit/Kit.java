package io.tokenledger.service.testing.edges.kit;

import io.tokenledger.service.testing.edges.Flow;

/** Knows the flow. */
public final class Kit {

  private Kit() {}

  public static int twice() {
    return 2 * Flow.steps();
  }
}

package io.tokenledger.service.testing.edges.report;

import io.tokenledger.service.testing.edges.kit.Kit;

/** Knows the kit. */
public final class Report {

  private Report() {}

  public static int lines() {
    return Kit.twice();
  }
}

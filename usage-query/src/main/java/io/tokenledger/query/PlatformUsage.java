package io.tokenledger.query;

import io.smallrye.mutiny.Uni;

/** Reads what all orgs used. */
public interface PlatformUsage {

  /**
   * @param scope of every org
   * @param range UTC days
   * @param limit orgs that are listed, at most
   */
  Uni<PlatformTotals> byOrg(AccessScope scope, DateRange range, int limit);
}

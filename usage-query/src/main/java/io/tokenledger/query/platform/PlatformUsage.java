package io.tokenledger.query.platform;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.DateRange;

/** Reads what all orgs used. */
public interface PlatformUsage {

  /**
   * @param scope of every org
   * @param range UTC days
   * @param limit orgs that are listed, at most
   */
  Uni<PlatformTotals> byOrg(AccessScope scope, DateRange range, int limit);
}

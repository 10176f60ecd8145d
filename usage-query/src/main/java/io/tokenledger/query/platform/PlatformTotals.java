package io.tokenledger.query.platform;

import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.UsageSums;
import java.util.List;

/**
 * What all orgs used.
 *
 * @param totals also of orgs that are not listed
 * @param orgs by cost, the highest first
 */
public record PlatformTotals(UsageSums totals, List<Keyed<Org>> orgs) {

  /**
   * One org.
   *
   * @param name the id, where the directory does not know the org
   */
  public record Org(String orgId, String name) {}
}

package io.tokenledger.query;

import java.util.List;

/**
 * What all orgs used.
 *
 * @param totals also of orgs that are not listed
 * @param orgs by cost, the highest first
 */
public record PlatformTotals(UsageSums totals, List<OrgTotals> orgs) {}

package io.tokenledger.query.platform;

import io.tokenledger.query.sums.UsageSums;
import java.util.List;

/**
 * What all orgs used.
 *
 * @param totals also of orgs that are not listed
 * @param orgs by cost, the highest first
 */
public record PlatformTotals(UsageSums totals, List<OrgTotals> orgs) {}

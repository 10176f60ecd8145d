package io.tokenledger.query.platform;

import io.tokenledger.query.sums.UsageSums;

/**
 * What one org used.
 *
 * @param name the id, where the directory does not know the org
 */
public record OrgTotals(String orgId, String name, UsageSums sums) {}

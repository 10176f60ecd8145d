package io.tokenledger.query;

/**
 * What one org used.
 *
 * @param name the id, where the directory does not know the org
 */
public record OrgTotals(String orgId, String name, UsageSums sums) {}

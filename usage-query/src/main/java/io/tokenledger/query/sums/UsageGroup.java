package io.tokenledger.query.sums;

/**
 * The usage of one group.
 *
 * @param key the value the group has in common; the empty string for events that have none
 */
public record UsageGroup(String key, UsageSums sums) {}

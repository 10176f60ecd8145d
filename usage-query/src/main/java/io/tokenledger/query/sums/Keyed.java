package io.tokenledger.query.sums;

/**
 * The usage of what has a key in common.
 *
 * @param key a text is empty for events that have none
 */
public record Keyed<K>(K key, UsageSums sums) {}

package io.tokenledger.query.sums;

/**
 * The usage of one group in one span of time.
 *
 * @param span counted from 0
 * @param key the empty string when nothing is told apart, or for events that have no value
 */
public record SpanSums(int span, String key, UsageSums sums) {}

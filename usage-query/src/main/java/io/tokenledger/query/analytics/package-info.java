/**
 * Timeline, breakdown, summary, top users, one's own usage.
 *
 * <p>Owns: those reports and their paths. Does not own: sums over time, which are {@code sums}'s.
 * May know: {@code access}, {@code sums}, {@code log} and the two kits.
 */
package io.tokenledger.query.analytics;

/**
 * The flow of usage-aggregator: recorded usages are folded, and added to five rollups once.
 *
 * <p>Owns: the fold, the keys and the deltas of rollups, the fence of adjustments. Does not own:
 * reading and committing, which are the adapters'. May know: no other subject; its adapters are
 * {@code kafka} and {@code postgres}.
 */
package io.tokenledger.aggregate;

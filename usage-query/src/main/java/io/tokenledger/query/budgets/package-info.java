/**
 * The budget of an org's month, and what is left of it.
 *
 * <p>Owns: the rows of budgets, what was spent, the answer. Does not own: the gauges, which read
 * the same rows. May know: {@code access}, {@code directory}, {@code sums}, {@code analytics} and
 * {@code postgres}.
 */
package io.tokenledger.query.budgets;

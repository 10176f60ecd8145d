/**
 * What a call costs at the prices of the book.
 *
 * <p>Owns: the arithmetic, its lines and its one rounding. Does not own: which price is in force.
 * May know: the book.
 */
package io.tokenledger.pricing.cost;

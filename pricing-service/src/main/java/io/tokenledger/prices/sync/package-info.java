/**
 * Public price lists become versions of the book: fetched, compared, applied or put into
 * quarantine.
 *
 * <p>Owns: the run, its schedule and leader, the quarantine, the bundled list; {@code plan} decides
 * and is pure, {@code feed} fetches and reads lists. Does not own: what a price is, and its
 * arithmetic. May know: the book, its {@code postgres}, and the kit of {@code http}.
 */
package io.tokenledger.prices.sync;

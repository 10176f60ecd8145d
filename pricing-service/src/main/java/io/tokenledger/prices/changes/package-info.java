/**
 * Who changed which price when: {@code GET /v1/price-changes}.
 *
 * <p>Owns: the log of changes as it is read. Does not own: its writing, which is the book's. May
 * know: the stored form of rates in {@code postgres}, and the kit of {@code http}.
 */
package io.tokenledger.prices.changes;

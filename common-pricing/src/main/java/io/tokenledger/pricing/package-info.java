/**
 * The price book: what models cost, since when, and under which names.
 *
 * <p>Owns: versions of prices, aliases, factors, the order in which a price is looked for. Does not
 * own: what one price says, which is {@code rates}', what a call costs, which is {@code cost}'s,
 * and the documents, which are {@code json}'s. May know: the rates.
 */
package io.tokenledger.pricing;

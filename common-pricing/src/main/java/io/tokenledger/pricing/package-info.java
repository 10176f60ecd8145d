/**
 * The price book: what models cost, since when, and under which names.
 *
 * <p>Owns: versions of prices, aliases, the order in which a price is looked for. Does not own:
 * what a call costs, which is {@code cost}'s, and the documents, which are {@code json}'s. May
 * know: neither of them.
 */
package io.tokenledger.pricing;

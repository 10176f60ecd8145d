/**
 * Who recorded prices, started syncs and decided moves gets a pseudonym, in chunks (ADR 9).
 *
 * <p>Owns: when the chunks run; what one does is a function of the schema. Does not own: the book,
 * of which nothing else changes. May know: nobody.
 */
package io.tokenledger.prices.erasure;

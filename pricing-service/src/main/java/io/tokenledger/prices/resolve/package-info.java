/**
 * What would it cost: {@code POST /v1/resolve}.
 *
 * <p>Owns: the items of a question and their answers. Does not own: the arithmetic, which is of
 * common-pricing. May know: the book, and the kit of {@code http}.
 */
package io.tokenledger.prices.resolve;

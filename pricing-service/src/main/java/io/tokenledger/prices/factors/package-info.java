/**
 * What an org pays of everyone's prices: {@code /v1/orgs/{orgId}/price-factors}.
 *
 * <p>Owns: the API of the factors. Does not own: their numbers and storage, which are the book's,
 * and the arithmetic, which is of common-pricing. May know: the book, and the kit of {@code http}.
 */
package io.tokenledger.prices.factors;

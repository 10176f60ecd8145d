/**
 * What a price of a public list must keep to be believed. Pure.
 *
 * <p>Owns the bounds and relations of listed prices, and what is known to be given away. Does not
 * own what becomes of a price that breaks them. Knows the book's prices, and nothing of lists.
 */
package io.tokenledger.pricing.check;

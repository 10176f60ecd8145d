/**
 * Prices and the price book as JSON, and the bundled list.
 *
 * <p>Owns: the form of the documents, and what in them cannot be a price. Does not own: what a
 * price means. May know: the book.
 */
package io.tokenledger.pricing.json;

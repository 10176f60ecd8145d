/**
 * The price book: versions of prices and aliases, numbered, never changed.
 *
 * <p>Owns: the book, drafts, what is current, its readiness. Does not own: where prices come from:
 * admins by {@code http}, public lists by {@code sync}. May know: no other subject; its adapters
 * are {@code http}, {@code kafka} and {@code postgres}.
 */
package io.tokenledger.prices;

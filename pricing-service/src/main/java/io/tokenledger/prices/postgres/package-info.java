/**
 * The book's side of PostgreSQL, schema {@code pricing}: versions and aliases under one lock.
 *
 * <p>Owns: rows of the book, its numbers. Does not own: rows of syncs and moves, which are {@code
 * sync.postgres}'s. May know: the book.
 */
package io.tokenledger.prices.postgres;

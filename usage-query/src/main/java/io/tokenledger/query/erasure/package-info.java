/**
 * A user becomes a pseudonym wherever the ledger names them (ADR 9).
 *
 * <p>Owns: the request and its short transaction, what it answers about how far each schema is, and
 * the chunks of {@code access}. Does not own: the rows of other schemas, which their services
 * rewrite, and events that are still to come. May know: {@code access}, {@code directory} and the
 * kit.
 */
package io.tokenledger.query.erasure;

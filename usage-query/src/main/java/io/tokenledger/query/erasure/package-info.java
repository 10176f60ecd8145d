/**
 * A user becomes a pseudonym in every event and rollup (ADR 9).
 *
 * <p>Owns: the request and its transaction. Does not own: events that are still to come, which
 * usage-ingest asks about. May know: {@code access} and {@code directory}.
 */
package io.tokenledger.query.erasure;

/**
 * The kit of every read: the scope of a transaction, statements, one round trip.
 *
 * <p>Owns: {@code set_config} of the org, row-level security, time-outs. Does not own: any single
 * statement. May know: {@code access}.
 */
package io.tokenledger.query.postgres;

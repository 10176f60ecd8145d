/**
 * The flow's side of PostgreSQL, schema {@code rollup}: one transaction per batch.
 *
 * <p>Owns: tables of rollups, positions, what is counted. Does not own: what rows should be, which
 * the fold says. May know: the flow.
 */
package io.tokenledger.aggregate.postgres;

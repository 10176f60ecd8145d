/**
 * The flow's side of PostgreSQL, schema {@code raw}: events, published positions, partitions by
 * day.
 *
 * <p>Owns: the statement that stores a batch and finds duplicates, the making of days. Does not
 * own: the end of days, which is {@code retention}'s. May know: the flow.
 */
package io.tokenledger.ingest.postgres;

/**
 * Days leave the ledger when they are older than the window.
 *
 * <p>Owns: the steps of the end of a day, one replica at a time. Does not own: the window itself,
 * which the flow asks as well. May know: the flow and its partitions.
 */
package io.tokenledger.ingest.retention;

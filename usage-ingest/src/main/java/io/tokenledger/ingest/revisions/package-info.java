/**
 * Later revisions of events take the place of what is recorded: growing snapshots of a streamed
 * call, late finals, voids.
 *
 * <p>Owns: when a revision that is kept becomes what counts. Does not own: keeping it, which is the
 * flow's, and the difference's way into the rollups. May know: the flow, its adapters and the
 * adjustments.
 */
package io.tokenledger.ingest.revisions;

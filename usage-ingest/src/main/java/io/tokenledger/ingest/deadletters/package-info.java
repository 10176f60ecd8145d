/**
 * What could not be accepted: listing, looking, sending again.
 *
 * <p>Owns: the reading of {@code usage.events.dlq}, its pages, the replay. Does not own: the
 * writing of dead letters, which is the flow's. May know: the flow.
 */
package io.tokenledger.ingest.deadletters;

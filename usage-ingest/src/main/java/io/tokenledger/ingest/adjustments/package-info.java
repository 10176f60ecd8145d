/**
 * Changes of events that the rollups count already, on their way there: numbered per org without
 * gaps, published at least once, sent again until they are counted.
 *
 * <p>Owns: the numbers, the outbox and the messages. Does not own: what changes, which is a
 * repricing or a revision, and the rollups, which count each number once. May know: the flow and
 * its publisher.
 */
package io.tokenledger.ingest.adjustments;

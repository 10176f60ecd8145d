/**
 * The flow's side of Kafka: lanes that read {@code usage.events}, the publisher of what was
 * recorded.
 *
 * <p>Owns: consumers, offsets, the transaction of a batch, the records of dead letters. Does not
 * own: what is in an event; the journal and the figures of what was done. May know: the flow,
 * {@code intake} and {@code metrics}, to which it reports what came of a batch.
 */
package io.tokenledger.ingest.kafka;

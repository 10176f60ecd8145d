/**
 * The flow's side of Kafka: lanes that read {@code usage.recorded}.
 *
 * <p>Owns: consumers, gathering of records into a batch. Does not own: offsets: they are committed
 * in PostgreSQL, with what they count. May know: the flow.
 */
package io.tokenledger.aggregate.kafka;

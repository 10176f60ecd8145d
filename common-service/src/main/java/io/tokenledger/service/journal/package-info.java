/**
 * Events that stand in a journal on disk until Kafka has acknowledged them, and their way to {@code
 * usage.events}.
 *
 * <p>Owns: the producer, what is on its way, and when a journal may forget it. Does not own: which
 * records a service writes, and what is in an event.
 */
package io.tokenledger.service.journal;

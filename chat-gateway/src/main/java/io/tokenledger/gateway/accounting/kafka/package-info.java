/**
 * The way from the journal to {@code usage.events}.
 *
 * <p>Owns: the producer, what is on its way, and when the journal may forget it. Does not own: what
 * is in an event.
 */
package io.tokenledger.gateway.accounting.kafka;

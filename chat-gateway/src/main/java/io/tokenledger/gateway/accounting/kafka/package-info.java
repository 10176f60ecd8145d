/**
 * The way from the journal to {@code usage.events}, as every service with a journal has it.
 *
 * <p>Owns: when it begins and ends. Does not own: what is in an event.
 */
package io.tokenledger.gateway.accounting.kafka;

/**
 * The book's side of Kafka: a change is told on {@code pricing.changes}.
 *
 * <p>Owns: the messages. Does not own: when a change is told, which the book says. May know: the
 * book.
 */
package io.tokenledger.prices.kafka;

/**
 * What is told of events by model, and the rate at which they come.
 *
 * <p>Owns: labels that are bounded, counters and histograms. Does not own: when something counts:
 * {@code kafka} says so after the commit. May know: no other subject.
 */
package io.tokenledger.ingest.metrics;

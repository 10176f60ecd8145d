/**
 * Recorded events get another price: orders of an admin, and events that had no price.
 *
 * <p>Owns: runs, chunks, the adjustments and their outbox. Does not own: the order itself, which
 * pricing-service takes, and the rollups, which count an adjustment like a usage. May know: the
 * flow and its publisher.
 */
package io.tokenledger.ingest.repricing;

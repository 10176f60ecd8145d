/**
 * Recorded events get another price: orders of an admin, and events that had no price.
 *
 * <p>Owns: runs and chunks. Does not own: the order itself, which pricing-service takes, and the
 * way of a difference into the rollups. May know: the flow and the adjustments.
 */
package io.tokenledger.ingest.repricing;

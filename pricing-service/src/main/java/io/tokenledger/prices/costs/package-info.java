/**
 * Costs that were recorded: models without a price, and orders to price events again.
 *
 * <p>Owns: the orders, their state, what has no price. Does not own: the doing, which is
 * usage-ingest's (ADR 10). May know: the kit of {@code http}.
 */
package io.tokenledger.prices.costs;

/**
 * The price book as the gateway knows it.
 *
 * <p>Owns: when it is asked for. Does not own: prices, and what an event costs.
 */
package io.tokenledger.gateway.pricebook;

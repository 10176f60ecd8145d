/**
 * What one price says: cards by service tier, context tiers, classes of tokens, multipliers, hours
 * of the day and units.
 *
 * <p>Owns: the values of a price and how they relate within one card. Does not own: whose price it
 * is and when it is in force, which is the book's, nor the arithmetic, which is the costs'. May
 * know: the event.
 */
package io.tokenledger.pricing.rates;

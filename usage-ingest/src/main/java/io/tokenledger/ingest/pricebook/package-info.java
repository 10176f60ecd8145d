/**
 * The price book as this service knows it: fetched from pricing-service, renewed when a change is
 * told.
 *
 * <p>Owns: the feed, its age, its readiness. Does not own: prices, which pricing-service owns, and
 * their arithmetic, which is of common-pricing. May know: the flow, whose port it is.
 */
package io.tokenledger.ingest.pricebook;

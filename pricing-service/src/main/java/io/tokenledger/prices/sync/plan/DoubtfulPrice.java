package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.PriceVersion;

/**
 * A listed price that cannot be believed: a person decides.
 *
 * @param reason what is wrong with it, for that person
 */
public record DoubtfulPrice(PriceVersion price, String reason) {}

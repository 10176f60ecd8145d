package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.Rates;

/**
 * A large move that shall wait for approval.
 *
 * @param base the version it would replace
 */
public record ProposedMove(PriceVersion base, Rates to) {}

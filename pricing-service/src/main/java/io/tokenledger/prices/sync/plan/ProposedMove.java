package io.tokenledger.prices.sync.plan;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.Rates;
import java.util.Optional;

/**
 * A price that shall wait for approval.
 *
 * @param base the version it would replace; empty for a model that the book does not have
 * @param reason why it waits, for the person who decides
 */
public record ProposedMove(ModelName model, Optional<PriceVersion> base, Rates to, String reason) {}

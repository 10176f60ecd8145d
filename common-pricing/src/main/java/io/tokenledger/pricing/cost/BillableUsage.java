package io.tokenledger.pricing.cost;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.PricedUnits;
import io.tokenledger.pricing.ServiceTier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What of a model call decides its cost.
 *
 * @param orgId whose contract prices hold; empty for the public price
 * @param provider in lower case
 * @param occurredAt selects the price version
 * @param units what is not tokens, by the names of {@link PricedUnits}
 * @param requestCount how often the fee per request is due; not negative
 * @param serviceTier a code of {@link ServiceTier}; any other text is the standard tier
 */
public record BillableUsage(
    String orgId,
    String provider,
    String modelName,
    Instant occurredAt,
    TokenCounts tokens,
    Map<String, BigDecimal> units,
    long requestCount,
    String serviceTier) {}

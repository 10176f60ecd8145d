package io.tokenledger.pricing.cost;

import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.rates.PricedUnits;
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
 * @param serving a tier that has no name here is the standard tier
 */
public record BillableUsage(
    String orgId,
    String provider,
    String modelName,
    Instant occurredAt,
    TokenCounts tokens,
    Map<String, BigDecimal> units,
    long requestCount,
    Serving serving) {}

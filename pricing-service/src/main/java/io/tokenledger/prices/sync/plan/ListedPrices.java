package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.PriceVersion;
import java.util.List;
import java.util.Map;

/**
 * What a public list says now.
 *
 * @param prices at most one per model, all global and of the same source
 * @param doubtful the prices of further models, which break a rule of prices
 * @param skipped what the list names without a price we can take over: names by reason
 */
public record ListedPrices(
    List<PriceVersion> prices,
    List<DoubtfulPrice> doubtful,
    Map<SkipReason, List<String>> skipped) {}

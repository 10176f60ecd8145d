package io.tokenledger.prices.resolve;

import io.tokenledger.pricing.BillableUsage;
import io.tokenledger.pricing.Cost;
import io.tokenledger.pricing.CostCalculator;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * What a usage costs at the prices the book had.
 *
 * @param knownAt entries recorded later do not count
 */
record ResolveQuestion(BillableUsage usage, Instant knownAt) {

  ResolvedCost answer(PriceBook book) {
    Optional<PriceVersion> version =
        book.find(usage.orgId(), usage.provider(), usage.modelName(), usage.occurredAt(), knownAt);
    Cost cost = version.map(found -> CostCalculator.costAt(found, usage)).orElse(Cost.UNPRICED);
    return ResolvedCost.of(cost, version);
  }
}

package io.tokenledger.prices.resolve;

import io.tokenledger.pricing.EffectivePrice;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.util.Optional;

/**
 * What a usage costs at the prices the book had, or would cost at others.
 *
 * @param knownAt entries recorded later do not count
 * @param candidate prices that are in no book, in place of those that are
 */
record ResolveQuestion(BillableUsage usage, Instant knownAt, Optional<Rates> candidate) {

  ResolvedCost answer(PriceBook book) {
    return candidate
        .map(rates -> ResolvedCost.of(CostCalculator.costAt(rates, usage), Optional.empty()))
        .orElseGet(() -> answerFrom(book));
  }

  private ResolvedCost answerFrom(PriceBook book) {
    Optional<EffectivePrice> price =
        book.priceOf(
            usage.orgId(), usage.provider(), usage.modelName(), usage.occurredAt(), knownAt);
    Cost cost = price.map(found -> CostCalculator.costAt(found, usage)).orElse(Cost.UNPRICED);
    return ResolvedCost.of(cost, price.map(EffectivePrice::version));
  }
}

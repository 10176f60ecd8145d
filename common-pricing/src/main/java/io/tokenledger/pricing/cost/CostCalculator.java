package io.tokenledger.pricing.cost;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.EffectivePrice;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.Rates;
import java.util.Optional;

/**
 * What a call costs. Pure, exact, and rounded once at the end.
 *
 * <p>The totals of {@link TokenCounts} include their parts, so each token is billed in one class:
 * input is what is left of it after cache reads, cache writes and audio; output what is left after
 * audio, and after reasoning where that has a price of its own. Units and the fee per request are
 * added as they are listed: neither the service tier, the hour and the context size nor a
 * multiplier changes them. Only what an org pays of everyone's prices ({@link PriceFactor})
 * multiplies every unit price, theirs too. A unit or a token class that was used and has no price
 * makes the cost partial, and so does a way to be served that has no multiplier; the rest is
 * charged.
 */
public final class CostCalculator {

  private CostCalculator() {}

  public static Cost costOf(PriceBook book, BillableUsage usage) {
    return book.priceOf(usage.orgId(), usage.provider(), usage.modelName(), usage.occurredAt())
        .map(price -> costAt(price, usage))
        .orElse(Cost.UNPRICED);
  }

  /** The cost at a price that was found before, whatever the usage says of model and time. */
  public static Cost costAt(EffectivePrice price, BillableUsage usage) {
    PriceVersion version = price.version();
    return costAt(version.rates().orElseThrow(), AppliedMultiplier.of(price), usage, version.id());
  }

  /** The cost at prices that are in no book; its version is empty. */
  public static Cost costAt(Rates candidate, BillableUsage usage) {
    return costAt(candidate, Optional.empty(), usage, "");
  }

  private static Cost costAt(
      Rates rates, Optional<AppliedMultiplier> factor, BillableUsage usage, String version) {
    PricesInForce prices = PricesInForce.of(rates, usage);
    CallMultipliers multipliers = CallMultipliers.of(rates.multipliers(), usage.serving());
    Invoice invoice = new Invoice(prices, multipliers, factor);
    chargeTokens(invoice, billed(usage.tokens(), prices));
    rates.perRequest().ifPresent(fee -> invoice.chargeRequests(usage.requestCount(), fee));
    usage.units().forEach((unit, quantity) -> invoice.chargeUnit(unit, quantity, rates));
    return invoice.total(version);
  }

  private static void chargeTokens(Invoice invoice, TokenCounts tokens) {
    for (TokenClass each : TokenClass.BY_TOTAL) {
      long count = tokens.count(each);
      if (count > 0) {
        invoice.chargeTokens(PriceComponent.of(each), count - tokens.partsOf(each));
      }
    }
  }

  /** Reasoning that no card tells a price of is output like any other. */
  private static TokenCounts billed(TokenCounts tokens, PricesInForce prices) {
    return tokens.count(TokenClass.REASONING) == 0 || prices.tells(PriceComponent.REASONING)
        ? tokens
        : tokens.with(TokenClass.REASONING, 0);
  }
}

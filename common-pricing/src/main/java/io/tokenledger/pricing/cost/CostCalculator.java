package io.tokenledger.pricing.cost;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.Rates;

/**
 * What a call costs. Pure, exact, and rounded once at the end.
 *
 * <p>The totals of {@link TokenCounts} include their parts, so each token is billed in one class:
 * input is what is left of it after cache reads, cache writes and audio; output what is left after
 * audio, and after reasoning where that has a price of its own. Units and the fee per request are
 * added as they are listed: neither the service tier, the hour and the context size nor a
 * multiplier changes them. A unit or a token class that was used and has no price makes the cost
 * partial, and so does a way to be served that has no multiplier; the rest is charged.
 */
public final class CostCalculator {

  private CostCalculator() {}

  public static Cost costOf(PriceBook book, BillableUsage usage) {
    return book.find(usage.orgId(), usage.provider(), usage.modelName(), usage.occurredAt())
        .map(version -> costAt(version, usage))
        .orElse(Cost.UNPRICED);
  }

  /**
   * The cost at a version that was found before, whatever the usage says of model and time.
   *
   * @throws java.util.NoSuchElementException when the version ends a price
   */
  public static Cost costAt(PriceVersion version, BillableUsage usage) {
    return costAt(version.rates().orElseThrow(), usage, version.id());
  }

  /** The cost at prices that are in no book; its version is empty. */
  public static Cost costAt(Rates candidate, BillableUsage usage) {
    return costAt(candidate, usage, "");
  }

  private static Cost costAt(Rates rates, BillableUsage usage, String version) {
    PricesInForce prices = PricesInForce.of(rates, usage);
    Invoice invoice = new Invoice(prices, CallMultipliers.of(rates.multipliers(), usage.serving()));
    chargeTokens(invoice, billed(usage.tokens(), prices));
    rates.perRequest().ifPresent(fee -> invoice.chargeRequests(usage.requestCount(), fee));
    usage.units().forEach((unit, quantity) -> invoice.chargeUnit(unit, quantity, rates));
    return invoice.total(version);
  }

  private static void chargeTokens(Invoice invoice, TokenCounts tokens) {
    for (TokenClass each : TokenClass.BY_TOTAL) {
      invoice.chargeTokens(PriceComponent.of(each), tokens.count(each) - tokens.partsOf(each));
    }
  }

  /** Reasoning that no card tells a price of is output like any other. */
  private static TokenCounts billed(TokenCounts tokens, PricesInForce prices) {
    return tokens.count(TokenClass.REASONING) == 0 || prices.tells(PriceComponent.REASONING)
        ? tokens
        : tokens.with(TokenClass.REASONING, 0);
  }
}

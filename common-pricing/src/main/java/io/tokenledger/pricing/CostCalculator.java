package io.tokenledger.pricing;

import static io.tokenledger.pricing.PriceComponent.AUDIO_INPUT;
import static io.tokenledger.pricing.PriceComponent.AUDIO_OUTPUT;
import static io.tokenledger.pricing.PriceComponent.CACHE_READ;
import static io.tokenledger.pricing.PriceComponent.CACHE_WRITE;
import static io.tokenledger.pricing.PriceComponent.CACHE_WRITE_1H;
import static io.tokenledger.pricing.PriceComponent.EMBEDDING;
import static io.tokenledger.pricing.PriceComponent.INPUT;
import static io.tokenledger.pricing.PriceComponent.OUTPUT;
import static io.tokenledger.pricing.PriceComponent.REASONING;

import io.tokenledger.events.TokenCounts;
import java.util.Optional;

/**
 * What a call costs. Pure, exact, and rounded once at the end.
 *
 * <p>The totals of {@link TokenCounts} include their parts, so each token is billed in one class:
 * input is what is left of it after cache reads, cache writes and audio; output what is left after
 * audio, and after reasoning where that has a price of its own. Units and the fee per request are
 * added as they are listed: neither the service tier nor the context size changes them. A unit or a
 * token class that was used and has no price makes the cost partial; the rest is charged.
 */
public final class CostCalculator {

  /**
   * One billion dollars: what a hostile event claims must not overflow a sum. The exact amount
   * stays in {@link Cost#usd()}. Far above {@link
   * io.tokenledger.events.UsageLimits#MAX_COST_NANOS}, which is what an event may cost: the intake
   * must see that an event is beyond that, and the totals of many calls that are priced as one may
   * cost more.
   */
  public static final long MAX_NANOS = 1_000_000_000_000_000_000L;

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
    PricesInForce prices =
        PricesInForce.of(rates, ServiceTier.ofCode(usage.serviceTier()), usage.tokens().input());
    Invoice invoice = new Invoice(prices);
    chargeInput(invoice, usage.tokens());
    chargeOutput(invoice, prices, usage.tokens());
    invoice.chargeTokens(EMBEDDING, usage.tokens().embedding());
    rates.perRequest().ifPresent(fee -> invoice.chargeRequests(usage.requestCount(), fee));
    usage.units().forEach((unit, quantity) -> invoice.chargeUnit(unit, quantity, rates));
    return invoice.total(version);
  }

  private static void chargeInput(Invoice invoice, TokenCounts tokens) {
    long cached = tokens.cacheRead() + tokens.cacheWrite();
    invoice.chargeTokens(INPUT, tokens.input() - cached - tokens.audioInput());
    invoice.chargeTokens(CACHE_READ, tokens.cacheRead());
    invoice.chargeTokens(CACHE_WRITE, tokens.cacheWrite() - tokens.cacheWrite1h());
    invoice.chargeTokens(CACHE_WRITE_1H, tokens.cacheWrite1h());
    invoice.chargeTokens(AUDIO_INPUT, tokens.audioInput());
  }

  private static void chargeOutput(Invoice invoice, PricesInForce prices, TokenCounts tokens) {
    Optional<PriceComponent> listedFor =
        prices.priceOf(REASONING).map(PricesInForce.ClassPrice::listedFor);
    long reasoning = listedFor.equals(Optional.of(REASONING)) ? tokens.reasoning() : 0;
    invoice.chargeTokens(OUTPUT, tokens.output() - reasoning - tokens.audioOutput());
    invoice.chargeTokens(REASONING, reasoning);
    invoice.chargeTokens(AUDIO_OUTPUT, tokens.audioOutput());
  }
}

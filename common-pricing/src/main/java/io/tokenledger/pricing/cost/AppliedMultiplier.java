package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.EffectivePrice;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.rates.Multipliers;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Why the prices of a call are not those of the list.
 *
 * @param trait {@code inferenceGeo} or {@code speed}, or {@link #PRICE_FACTOR}
 * @param value what the usage says of the trait, such as {@code us}; of a price factor the models
 *     it is for, such as {@code bedrock/anthropic.claude-*}
 * @param rule the id of the {@link PriceFactor}; empty for a trait, whose factor the version lists
 */
public record AppliedMultiplier(String trait, String value, BigDecimal factor, String rule) {

  /** What the org pays of everyone's prices, units and fees among them. */
  public static final String PRICE_FACTOR = "priceFactor";

  static AppliedMultiplier of(Multipliers.Trait trait, String value, BigDecimal factor) {
    return new AppliedMultiplier(trait.code(), value, factor, "");
  }

  /** Told even where it is 1: a rule said so. */
  static Optional<AppliedMultiplier> of(EffectivePrice price) {
    return price.factor().map(AppliedMultiplier::of);
  }

  private static AppliedMultiplier of(PriceFactor rule) {
    return new AppliedMultiplier(
        PRICE_FACTOR, rule.scope().label(), rule.factor().orElseThrow(), rule.id());
  }
}

package io.tokenledger.prices.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.pricing.EffectivePrice;
import io.tokenledger.pricing.PriceFactor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The version that prices a call, and what the org pays of it. */
@Schema(name = "EffectivePrice")
record EffectivePriceView(
    @JsonUnwrapped PriceView price,
    @Schema(
            nullable = true,
            description =
                "What each of the rates is multiplied by; null where they hold as listed.")
        Factor factor) {

  /**
   * The rule of the org that is in force.
   *
   * @param models the models it is for, such as {@code bedrock/anthropic.claude-*}
   */
  @Schema(name = "EffectiveFactor")
  record Factor(String id, String models, String factor) {

    static Factor of(PriceFactor rule) {
      return new Factor(
          rule.id(), rule.scope().label(), rule.factor().orElseThrow().toPlainString());
    }
  }

  static EffectivePriceView of(EffectivePrice price) {
    return new EffectivePriceView(
        PriceView.of(price.version()), price.factor().map(Factor::of).orElse(null));
  }
}

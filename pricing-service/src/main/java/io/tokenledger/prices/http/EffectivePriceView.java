package io.tokenledger.prices.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.pricing.EffectivePrice;
import io.tokenledger.pricing.PriceFactor;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The version that prices a call, and what the org pays of it. */
@Schema(name = "EffectivePrice")
record EffectivePriceView(
    @JsonUnwrapped VersionView version,
    @Schema(implementation = PriceSchemas.Rates.class) Map<String, Object> rates,
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
        VersionView.of(price.version()),
        PriceView.toMap(price.version().rates().orElseThrow()),
        price.factor().map(Factor::of).orElse(null));
  }
}

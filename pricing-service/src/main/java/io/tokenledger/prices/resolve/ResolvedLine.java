package io.tokenledger.prices.resolve;

import static io.tokenledger.prices.resolve.ResolvedCost.decimal;

import io.tokenledger.pricing.cost.AppliedMultiplier;
import io.tokenledger.pricing.cost.CostComponent;
import io.tokenledger.pricing.cost.PriceOrigin;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a cost, and why it is what it is. costUsd = quantity × unitPriceUsd. */
@Schema(name = "ResolvedLine")
record ResolvedLine(
    @Schema(description = "A token class, perRequest, or a unit.") String component,
    String quantity,
    @Schema(
            description =
                "As charged, multipliers included. A derived price may have no end as a decimal; it"
                    + " is rounded then, and costUsd is not computed from the rounded one.")
        String unitPriceUsd,
    String costUsd,
    @Schema(description = "What the listed price was multiplied by to give unitPriceUsd.")
        List<Multiplier> multipliers,
    @Schema(nullable = true, description = "Id of the version; null at the item's own rates.")
        String priceVersion,
    Origin origin) {

  /** Why prices are not those of the list. */
  @Schema(name = "ResolvedMultiplier")
  record Multiplier(
      @Schema(
              description =
                  "inferenceGeo or speed; or priceFactor, what the org pays of everyone's prices,"
                      + " units and fees among them.")
          String trait,
      @Schema(
              description =
                  "What the usage says of it, such as us; of a priceFactor the models it is for,"
                      + " such as bedrock/anthropic.claude-*.")
          String value,
      String factor,
      @Schema(nullable = true, description = "Id of the price factor; null for the others.")
          String rule) {

    static Multiplier of(AppliedMultiplier applied) {
      return new Multiplier(
          applied.trait(),
          applied.value(),
          decimal(applied.factor()),
          applied.rule().isEmpty() ? null : applied.rule());
    }
  }

  /** Where the price stands in its version. */
  @Schema(name = "ResolvedOrigin")
  record Origin(
      @Schema(
              description =
                  "own: it is listed for the component. derived: it is as many times the price of"
                      + " 'of' as it is on the standard card. fallback: it is the price of 'of'.")
          String rule,
      @Schema(description = "The component that is listed; for own, the line's.") String of,
      @Schema(
              nullable = true,
              description =
                  "standard, batch, flex, priority, or window for a time of day; null for units and"
                      + " the fee per request.")
          String card,
      @Schema(
              nullable = true,
              description = "The context tier, by its threshold in input tokens; null below one.")
          Long contextAbove,
      @Schema(description = "Half of what is listed: batch without prices of its own.")
          boolean halved) {

    static Origin of(PriceOrigin origin) {
      return new Origin(
          origin.rule().code(),
          origin.of(),
          origin.card().isEmpty() ? null : origin.card(),
          origin.above().isPresent() ? origin.above().getAsLong() : null,
          origin.halved());
    }
  }

  static ResolvedLine of(CostComponent line, String priceVersion) {
    return new ResolvedLine(
        line.component(),
        decimal(line.quantity()),
        decimal(line.unitPriceUsd()),
        decimal(line.costUsd()),
        line.multipliers().stream().map(Multiplier::of).toList(),
        priceVersion.isEmpty() ? null : priceVersion,
        Origin.of(line.origin()));
  }
}

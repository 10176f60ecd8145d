package io.tokenledger.prices.resolve;

import io.tokenledger.prices.http.PriceSchemas;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item in the published description; {@link ResolveItemBody} reads it. Never instantiated. */
@Schema(
    name = "ResolveItem",
    requiredProperties = {"provider", "modelName", "usage"})
record ResolveItemSchema(
    @Schema(description = "As events name it.", examples = "openai") String provider,
    @Schema(description = "Also accepted as 'model'.", examples = "gpt-5") String modelName,
    @Schema(description = "Whose contract prices and aliases hold; without it, everyone's.")
        String orgId,
    @Schema(description = "Selects the price version; by default now.") Instant occurredAt,
    @Schema(description = "At the prices the book had then; by default, at those it has now.")
        Instant knownAt,
    @Schema(description = "standard (default), batch, flex or priority.") String serviceTier,
    @Schema(description = "standard (default), or one that multiplies prices, such as fast.")
        String speed,
    @Schema(
            description =
                "Where the model ran, such as us; global and not_available multiply by 1.")
        String inferenceGeo,
    @Schema(
            description =
                "What the usage would cost at these prices, whatever the book says. It may then be"
                    + " the totals of many calls, with up to 1e15 tokens of a class; say their number"
                    + " in requestCount, as the average call decides the context tier.")
        PriceSchemas.Rates rates,
    Usage usage) {

  /** Fields and bounds of the event. */
  @Schema(
      name = "ResolveUsage",
      description = "Fields and bounds of the usage event; what is absent was not used.")
  record Usage(
      long eachTokenCount,
      @Schema(description = "What is not tokens, by unit; decimals may be text, too.")
          Map<String, BigDecimal> units,
      @Schema(
              description =
                  "By default 1. The fee per request is due so often, and the average call decides"
                      + " the context tier.")
          long requestCount) {}
}

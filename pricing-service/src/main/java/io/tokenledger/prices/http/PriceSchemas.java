package io.tokenledger.prices.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Prices in the published description, of which clients make their types; {@link
 * io.tokenledger.pricing.json.RatesJson} reads and writes them. None is ever instantiated. {@link
 * TokenClassFields} writes out the fields named {@code each…}.
 */
public final class PriceSchemas {

  private PriceSchemas() {}

  /** A whole price. */
  @Schema(
      name = "Rates",
      description =
          "Prices as decimal text, or numbers when sent: USD per one million tokens by token class,"
              + " per request, per unit. What is absent has no price of its own.")
  public static final class Rates extends RateCard {

    @Schema(description = "USD per request, on top of the tokens.")
    public String perRequest;

    public Units units;
    public ServiceTiers serviceTiers;
  }

  /** By token class. */
  abstract static class ClassPrices {
    public String eachTokenPrice;
  }

  /** The token prices of one way to be served. */
  @Schema(name = "RateCard")
  static class RateCard extends ClassPrices {
    public List<ContextTier> contextTiers;
  }

  /** In place of the ordinary prices where the input is long. */
  @Schema(name = "ContextTier", requiredProperties = "above")
  static final class ContextTier extends ClassPrices {
    @Schema(description = "Holds for calls with more input tokens than this.")
    public long above;

    @Schema(description = "Whether it holds for exactly so many, too; by default not.")
    public boolean inclusive;
  }

  /** In place of the ordinary prices where a call was served so. */
  @Schema(name = "ServiceTiers")
  static final class ServiceTiers {
    public RateCard eachServiceTier;
  }

  /** USD per unit. */
  @Schema(name = "Units")
  static final class Units {
    public String eachUnit;
  }
}

package io.tokenledger.prices.http;

import java.util.List;
import java.util.Map;
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
    public Multipliers multipliers;

    @Schema(description = "Standard prices of some hours of the week; they must not overlap.")
    public List<Window> windows;
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

  /** Of the token prices, by what the usage says of how it was served. */
  @Schema(
      name = "Multipliers",
      description =
          "Factors of every token price of a call, such as {\"us\":\"1.1\"}; they stack. What an"
              + " ordinary call has (standard, global, not_available) is 1 without being listed.")
  static final class Multipliers {
    public Map<String, String> inferenceGeo;
    public Map<String, String> speed;
  }

  /** A card of some hours. */
  @Schema(
      name = "Window",
      requiredProperties = {"from", "to"})
  static final class Window extends RateCard {
    @Schema(
        description = "On which it begins, of mon, tue, wed, thu, fri, sat, sun; else every day.")
    public List<String> days;

    @Schema(description = "UTC, inclusive.", examples = "16:30")
    public String from;

    @Schema(
        description = "UTC, exclusive; of the next day when not after from.",
        examples = "00:30")
    public String to;
  }

  /** USD per unit. */
  @Schema(
      name = "Units",
      description = "USD per unit. A unit that a sender counts itself may have any name.",
      additionalProperties = String.class)
  static final class Units {
    public String eachUnit;
  }
}

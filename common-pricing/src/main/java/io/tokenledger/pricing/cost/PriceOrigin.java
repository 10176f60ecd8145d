package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.rates.PriceComponent;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Why a component has the price it has.
 *
 * @param rule how the price was found
 * @param of the component that the price is listed for, derived from, or falls back to
 * @param card where that stands: {@code standard}, {@code window}, or the code of a service tier;
 *     empty for units and the fee per request, which are the same in all of them
 * @param above the context tier that it stands in, by its threshold in input tokens
 * @param halved whether it is half of what is listed, as batch has no price of its own there
 */
public record PriceOrigin(Rule rule, String of, String card, OptionalLong above, boolean halved) {

  /** Of a unit, or of the fee per request. */
  static PriceOrigin ofAmount(String component) {
    return new PriceOrigin(Rule.OWN, component, "", OptionalLong.empty(), false);
  }

  PriceOrigin fallenBackTo(PriceComponent parent) {
    return new PriceOrigin(Rule.FALLBACK, parent.code(), card, above, halved);
  }

  /** How a price was found. */
  public enum Rule {
    /** It is listed for the component. */
    OWN,
    /** It is as many times that of another class as it is on a more ordinary card. */
    DERIVED,
    /** It is that of another class. */
    FALLBACK;

    /** The name in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.RateCard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The prices of one card, or of one of its context tiers.
 *
 * @param name as {@link PriceOrigin} tells it
 * @param prices USD per one million tokens
 * @param above the threshold of the context tier, in input tokens
 * @param halved whether a call costs half of them
 */
record CardInForce(
    String name, Map<PriceComponent, BigDecimal> prices, OptionalLong above, boolean halved) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** The context tier that a call is in, if any, and the card itself behind it. */
  static void addTo(
      List<CardInForce> cards,
      String name,
      RateCard card,
      Optional<ContextTier> tier,
      boolean halved) {
    if (tier.isPresent()) {
      OptionalLong above = OptionalLong.of(tier.get().above());
      cards.add(new CardInForce(name, tier.get().prices(), above, halved));
    }
    cards.add(new CardInForce(name, card.prices(), OptionalLong.empty(), halved));
  }

  boolean lists(PriceComponent component) {
    return prices.containsKey(component);
  }

  boolean listsScaleOf(PriceComponent component) {
    for (PriceComponent scale : component.scales()) {
      if (lists(scale)) {
        return true;
      }
    }
    return false;
  }

  /** What is listed for it. */
  TokenPrice own(PriceComponent component, BigDecimal listed) {
    return new TokenPrice(charged(listed), BigDecimal.ONE, origin(PriceOrigin.Rule.OWN, component));
  }

  /**
   * As many times {@code scale}, which is listed here, as the class is on {@code other}; empty
   * where that does not tell it.
   */
  Optional<TokenPrice> derived(PriceComponent component, PriceComponent scale, CardInForce other) {
    BigDecimal price = other.prices.get(component);
    BigDecimal unit = other.prices.get(scale);
    if (price == null || unit == null || unit.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal dividend = charged(prices.get(scale)).multiply(price);
    PriceOrigin origin = origin(PriceOrigin.Rule.DERIVED, scale);
    return Optional.of(TokenPrice.ofQuotient(dividend, unit, origin));
  }

  private BigDecimal charged(BigDecimal listed) {
    return halved ? listed.multiply(HALF) : listed;
  }

  private PriceOrigin origin(PriceOrigin.Rule rule, PriceComponent of) {
    return new PriceOrigin(rule, of.code(), name, above, halved);
  }
}

package io.tokenledger.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything one price version says about a model. A price of 0 is a price: the model is free.
 *
 * @param standard the token prices of an ordinary call
 * @param serviceTiers the token prices of other service tiers, where they are listed
 * @param perRequest USD per request, on top of the tokens
 * @param units USD per unit, by the names of {@link PricedUnits}
 */
public record Rates(
    RateCard standard,
    Map<ServiceTier, RateCard> serviceTiers,
    Optional<BigDecimal> perRequest,
    Map<String, BigDecimal> units) {

  public Rates {
    EnumMap<ServiceTier, RateCard> tiers = new EnumMap<>(ServiceTier.class);
    tiers.putAll(serviceTiers);
    if (tiers.containsKey(ServiceTier.STANDARD)) {
      throw new IllegalArgumentException("The standard tier is not one among the others");
    }
    serviceTiers = Collections.unmodifiableMap(tiers);
    perRequest = perRequest.map(TokenPrices::amount);
    TreeMap<String, BigDecimal> byUnit = new TreeMap<>();
    units.forEach((unit, price) -> byUnit.put(unit, TokenPrices.amount(price)));
    units = Collections.unmodifiableMap(byUnit);
  }

  /** Token prices alone. */
  public static Rates ofTokens(RateCard standard) {
    return new Rates(standard, Map.of(), Optional.empty(), Map.of());
  }

  /** Nothing is listed at all, not even a price of 0. */
  public boolean isEmpty() {
    return standard.isEmpty() && serviceTiers.isEmpty() && perRequest.isEmpty() && units.isEmpty();
  }
}

package io.tokenledger.pricing.rates;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
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
 * @param multipliers of the token prices, for how a call was served
 * @param windows the standard prices of some hours of the week; they do not overlap
 */
public record Rates(
    RateCard standard,
    Map<ServiceTier, RateCard> serviceTiers,
    Optional<BigDecimal> perRequest,
    Map<String, BigDecimal> units,
    Multipliers multipliers,
    List<PriceWindow> windows) {

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
    windows = List.copyOf(windows);
    requireDisjoint(windows);
  }

  /** The same prices at all hours, and however a call was served. */
  public Rates(
      RateCard standard,
      Map<ServiceTier, RateCard> serviceTiers,
      Optional<BigDecimal> perRequest,
      Map<String, BigDecimal> units) {
    this(standard, serviceTiers, perRequest, units, Multipliers.NONE, List.of());
  }

  /** Token prices alone. */
  public static Rates ofTokens(RateCard standard) {
    return new Rates(standard, Map.of(), Optional.empty(), Map.of());
  }

  /** Nothing is listed at all, not even a price of 0. */
  public boolean isEmpty() {
    return standard.isEmpty()
        && serviceTiers.isEmpty()
        && perRequest.isEmpty()
        && units.isEmpty()
        && windows.isEmpty();
  }

  private static void requireDisjoint(List<PriceWindow> windows) {
    for (int i = 0; i < windows.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (windows.get(i).overlaps(windows.get(j))) {
          throw new IllegalArgumentException("Windows " + j + " and " + i + " overlap");
        }
      }
    }
  }
}

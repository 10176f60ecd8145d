package io.tokenledger.pricing.rates;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Own prices of token classes; two of them are equal when their values are, whatever the scale. */
final class TokenPrices {

  private TokenPrices() {}

  static Map<PriceComponent, BigDecimal> copyOf(Map<PriceComponent, BigDecimal> prices) {
    EnumMap<PriceComponent, BigDecimal> copy = new EnumMap<>(PriceComponent.class);
    prices.forEach((component, price) -> copy.put(checked(component), amount(price)));
    return Collections.unmodifiableMap(copy);
  }

  /** The same value in its shortest form. */
  static BigDecimal amount(BigDecimal price) {
    if (price.signum() < 0) {
      throw new IllegalArgumentException("A price is negative: " + price);
    }
    return price.stripTrailingZeros();
  }

  private static PriceComponent checked(PriceComponent component) {
    if (!component.isTokenClass()) {
      throw new IllegalArgumentException(component.code() + " is not priced per token");
    }
    return component;
  }
}

package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.rates.PriceComponent;
import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a cost.
 *
 * @param component the code of a {@link PriceComponent}, or the name of a unit
 * @param quantity tokens, requests or units
 * @param unitPriceUsd USD for one token, request or unit, as charged
 * @param costUsd their product, exact. Where a price is derived, the unit price may be a quotient
 *     without an end; then the cost is divided after it is multiplied, and each is rounded once, at
 *     60 decimals
 * @param multipliers those that are in {@code unitPriceUsd}; units and requests have a price factor
 *     only
 * @param origin where the price stands before them
 */
public record CostComponent(
    String component,
    BigDecimal quantity,
    BigDecimal unitPriceUsd,
    BigDecimal costUsd,
    List<AppliedMultiplier> multipliers,
    PriceOrigin origin) {

  static CostComponent ofTokens(
      PriceComponent component,
      BigDecimal quantity,
      TokenPrice price,
      List<AppliedMultiplier> multipliers) {
    return new CostComponent(
        component.code(),
        quantity,
        price.usdEach(),
        price.usdFor(quantity),
        multipliers,
        price.origin());
  }

  /**
   * Of a unit, or of the fee per request.
   *
   * @param unitPriceUsd as charged
   */
  static CostComponent ofAmount(
      String component,
      BigDecimal quantity,
      BigDecimal unitPriceUsd,
      List<AppliedMultiplier> multipliers) {
    return new CostComponent(
        component,
        quantity,
        unitPriceUsd,
        quantity.multiply(unitPriceUsd),
        multipliers,
        PriceOrigin.ofAmount(component));
  }
}

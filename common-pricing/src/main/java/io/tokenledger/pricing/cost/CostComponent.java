package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.PriceComponent;
import java.math.BigDecimal;

/**
 * One line of a cost.
 *
 * @param component the code of a {@link PriceComponent}, or the name of a unit
 * @param quantity tokens, requests or units
 * @param unitPriceUsd USD for one token, request or unit
 * @param costUsd their product, exact
 */
public record CostComponent(
    String component, BigDecimal quantity, BigDecimal unitPriceUsd, BigDecimal costUsd) {

  static CostComponent of(String component, BigDecimal quantity, BigDecimal unitPriceUsd) {
    return new CostComponent(component, quantity, unitPriceUsd, quantity.multiply(unitPriceUsd));
  }
}

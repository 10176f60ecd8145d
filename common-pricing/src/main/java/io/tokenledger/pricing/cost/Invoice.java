package io.tokenledger.pricing.cost;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the lines of one cost. */
final class Invoice {

  private static final int MICRO_DIGITS = 6;

  private final PricesInForce prices;
  private final CallMultipliers multipliers;
  private final Optional<AppliedMultiplier> factor;
  private final List<CostComponent> components = new ArrayList<>();
  private final List<String> missing = new ArrayList<>(0);
  private BigDecimal usd = BigDecimal.ZERO;
  private BigDecimal savedMicros = BigDecimal.ZERO;
  private PriceComponent uncached;
  private Optional<TokenPrice> uncachedPrice = Optional.empty();

  /**
   * @param multipliers of token prices
   * @param factor of every price
   */
  Invoice(PricesInForce prices, CallMultipliers multipliers, Optional<AppliedMultiplier> factor) {
    this.prices = prices;
    this.multipliers = factor.map(multipliers::with).orElse(multipliers);
    this.factor = factor;
  }

  /** A count below 0 can only come from parts that exceed their total; it is nothing to charge. */
  void chargeTokens(PriceComponent component, long count) {
    if (count <= 0) {
      return;
    }
    Optional<TokenPrice> price = priceOf(component);
    if (price.isEmpty()) {
      missing.add(component.code());
      return;
    }
    BigDecimal tokens = BigDecimal.valueOf(count);
    CostComponent line =
        CostComponent.ofTokens(component, tokens, price.get(), multipliers.applied());
    add(line);
    if (line.costUsd().signum() != 0) {
      addUnknownMultipliers();
    }
    if (component.uncached() != component) {
      priceOf(component.uncached())
          .ifPresent(
              fresh -> savedMicros = savedMicros.add(fresh.microsAbove(price.get(), tokens)));
    }
  }

  void chargeRequests(long count, BigDecimal usdPerRequest) {
    if (count > 0) {
      String fee = PriceComponent.PER_REQUEST.code();
      add(amount(fee, BigDecimal.valueOf(count), usdPerRequest));
    }
  }

  void chargeUnit(String unit, BigDecimal quantity, Rates rates) {
    if (quantity.signum() > 0) {
      BigDecimal price = rates.units().get(unit);
      if (price == null) {
        missing.add(unit);
      } else {
        add(amount(unit, quantity, price));
      }
    }
  }

  Cost total(String priceVersion) {
    return new Cost(
        missing.isEmpty() ? CostStatus.PRICED : CostStatus.PARTIAL,
        usd,
        Money.nanosFromUsd(usd.min(Cost.MAX_USD)),
        savedMicros.movePointLeft(MICRO_DIGITS),
        priceVersion,
        List.copyOf(components),
        List.copyOf(missing));
  }

  /** What costs nothing costs nothing at any of them. */
  private void addUnknownMultipliers() {
    for (String each : multipliers.unknown()) {
      if (!missing.contains(each)) {
        missing.add(each);
      }
    }
  }

  /** Remembers that of uncached tokens, which those read and written are compared with. */
  private Optional<TokenPrice> priceOf(PriceComponent component) {
    if (component.uncached() != component) {
      return multiplied(prices.priceOf(component));
    }
    if (component != uncached) {
      uncached = component;
      uncachedPrice = multiplied(prices.priceOf(component));
    }
    return uncachedPrice;
  }

  private Optional<TokenPrice> multiplied(Optional<TokenPrice> price) {
    return multipliers.isOne() ? price : price.map(each -> each.times(multipliers.factor()));
  }

  private CostComponent amount(String component, BigDecimal quantity, BigDecimal listed) {
    BigDecimal price = factor.map(each -> listed.multiply(each.factor())).orElse(listed);
    return CostComponent.ofAmount(
        component, quantity, price, factor.map(List::of).orElse(List.of()));
  }

  private void add(CostComponent line) {
    components.add(line);
    usd = usd.add(line.costUsd());
  }
}

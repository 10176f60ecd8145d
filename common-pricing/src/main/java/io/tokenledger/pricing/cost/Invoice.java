package io.tokenledger.pricing.cost;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the lines of one cost. */
final class Invoice {

  private static final BigDecimal MAX_USD = Money.usdFromNanos(Cost.MAX_NANOS);

  private final PricesInForce prices;
  private final CallMultipliers multipliers;
  private final List<CostComponent> components = new ArrayList<>();
  private final List<String> missing = new ArrayList<>(0);
  private BigDecimal usd = BigDecimal.ZERO;
  private BigDecimal savedUsd = BigDecimal.ZERO;

  Invoice(PricesInForce prices, CallMultipliers multipliers) {
    this.prices = prices;
    this.multipliers = multipliers;
  }

  /** A count below 0 can only come from parts that exceed their total; it is nothing to charge. */
  void chargeTokens(PriceComponent component, long count) {
    if (count <= 0) {
      return;
    }
    Optional<TokenPrice> price = multiplied(prices.priceOf(component));
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
      multiplied(prices.priceOf(component.uncached()))
          .ifPresent(fresh -> savedUsd = savedUsd.add(fresh.moreThan(price.get(), tokens)));
    }
  }

  void chargeRequests(long count, BigDecimal usdPerRequest) {
    if (count > 0) {
      String fee = PriceComponent.PER_REQUEST.code();
      add(CostComponent.ofAmount(fee, BigDecimal.valueOf(count), usdPerRequest));
    }
  }

  void chargeUnit(String unit, BigDecimal quantity, Rates rates) {
    if (quantity.signum() > 0) {
      BigDecimal price = rates.units().get(unit);
      if (price == null) {
        missing.add(unit);
      } else {
        add(CostComponent.ofAmount(unit, quantity, price));
      }
    }
  }

  Cost total(String priceVersion) {
    return new Cost(
        missing.isEmpty() ? CostStatus.PRICED : CostStatus.PARTIAL,
        usd,
        Money.nanosFromUsd(usd.min(MAX_USD)),
        savedNanos(),
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

  private Optional<TokenPrice> multiplied(Optional<TokenPrice> price) {
    return multipliers.isOne() ? price : price.map(each -> each.times(multipliers.factor()));
  }

  private void add(CostComponent line) {
    components.add(line);
    usd = usd.add(line.costUsd());
  }

  private long savedNanos() {
    return savedUsd.signum() == 0
        ? 0
        : Money.nanosFromUsd(savedUsd.min(MAX_USD).max(MAX_USD.negate()));
  }
}

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

  private static final int MILLION_DIGITS = 6;
  private static final BigDecimal MAX_USD = Money.usdFromNanos(Cost.MAX_NANOS);

  private final PricesInForce prices;
  private final List<CostComponent> components = new ArrayList<>();
  private BigDecimal usd = BigDecimal.ZERO;
  private boolean complete = true;

  Invoice(PricesInForce prices) {
    this.prices = prices;
  }

  /** A count below 0 can only come from parts that exceed their total; it is nothing to charge. */
  void chargeTokens(PriceComponent component, long count) {
    if (count > 0) {
      Optional<BigDecimal> price =
          prices.priceOf(component).map(found -> perToken(found.usdPerMillion()));
      charge(component.code(), BigDecimal.valueOf(count), price);
    }
  }

  void chargeRequests(long count, BigDecimal usdPerRequest) {
    if (count > 0) {
      charge(
          PriceComponent.PER_REQUEST.code(), BigDecimal.valueOf(count), Optional.of(usdPerRequest));
    }
  }

  void chargeUnit(String unit, BigDecimal quantity, Rates rates) {
    if (quantity.signum() > 0) {
      charge(unit, quantity, Optional.ofNullable(rates.units().get(unit)));
    }
  }

  Cost total(String priceVersion) {
    CostStatus status = complete ? CostStatus.PRICED : CostStatus.PARTIAL;
    long nanos = Money.nanosFromUsd(usd.min(MAX_USD));
    return new Cost(status, usd, nanos, priceVersion, List.copyOf(components));
  }

  private void charge(String component, BigDecimal quantity, Optional<BigDecimal> unitPrice) {
    if (unitPrice.isEmpty()) {
      complete = false;
      return;
    }
    CostComponent line = CostComponent.of(component, quantity, unitPrice.get());
    components.add(line);
    usd = usd.add(line.costUsd());
  }

  private static BigDecimal perToken(BigDecimal usdPerMillion) {
    return usdPerMillion.movePointLeft(MILLION_DIGITS);
  }
}

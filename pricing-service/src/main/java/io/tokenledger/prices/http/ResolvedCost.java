package io.tokenledger.prices.http;

import io.tokenledger.events.CostStatus;
import io.tokenledger.pricing.Cost;
import io.tokenledger.pricing.CostComponent;
import java.math.BigDecimal;
import java.util.List;

/**
 * The answer to one item of {@code POST /v1/resolve}. Decimals are text, exact and unrounded.
 *
 * @param costUsd null when unpriced: the cost is unknown, not 0
 * @param costNanos rounded once, half to even; 0 when unpriced, as in the ledger
 * @param priceVersion the version used; null when unpriced
 */
record ResolvedCost(
    String costUsd, long costNanos, String status, String priceVersion, List<Line> components) {

  record Line(String component, String quantity, String unitPriceUsd, String costUsd) {

    static Line of(CostComponent line) {
      return new Line(
          line.component(),
          decimal(line.quantity()),
          decimal(line.unitPriceUsd()),
          decimal(line.costUsd()));
    }
  }

  static ResolvedCost of(Cost cost) {
    boolean unpriced = cost.status() == CostStatus.UNPRICED;
    return new ResolvedCost(
        unpriced ? null : decimal(cost.usd()),
        cost.nanos(),
        cost.status().code(),
        unpriced ? null : cost.priceVersion(),
        cost.components().stream().map(Line::of).toList());
  }

  private static String decimal(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}

package io.tokenledger.pricing.cost;

import io.tokenledger.events.CostStatus;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a call cost, and how that came about.
 *
 * @param status {@code PRICED}, {@code PARTIAL} when a part of the usage has no price, or {@code
 *     UNPRICED} when no price version is in force
 * @param usd the exact sum of the components, unrounded; 0 while unpriced, where it means nothing
 * @param nanos {@code usd} in nano-dollars, rounded once, half to even, at most {@link #MAX_NANOS}
 * @param priceVersion the id of the version used; empty when unpriced, and at prices that are in no
 *     book
 * @param components the lines that make up {@code usd}, those with a quantity of 0 left out
 */
public record Cost(
    CostStatus status,
    BigDecimal usd,
    long nanos,
    String priceVersion,
    List<CostComponent> components) {

  /**
   * One billion dollars: what a hostile event claims must not overflow a sum. The exact amount
   * stays in {@link #usd()}. Far above {@link io.tokenledger.events.UsageLimits#MAX_COST_NANOS},
   * which is what an event may cost: the intake must see that an event is beyond that, and the
   * totals of many calls that are priced as one may cost more.
   */
  public static final long MAX_NANOS = 1_000_000_000_000_000_000L;

  /** Of a call for which no version is in force. */
  public static final Cost UNPRICED =
      new Cost(CostStatus.UNPRICED, BigDecimal.ZERO, 0, "", List.of());
}

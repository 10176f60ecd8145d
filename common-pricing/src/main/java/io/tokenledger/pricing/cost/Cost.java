package io.tokenledger.pricing.cost;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a call cost, and how that came about.
 *
 * @param status {@code PRICED}, {@code PARTIAL} when something is {@code missing}, or {@code
 *     UNPRICED} when no price version is in force
 * @param usd the exact sum of the components, unrounded; 0 while unpriced, where it means nothing
 * @param nanos {@code usd} in nano-dollars, rounded once, half to even, at most {@link #MAX_NANOS}
 * @param cacheSavedUsd what the tokens read from the cache and written to it would have cost
 *     without one, less what they cost; exact. Negative when more was paid for writing than reading
 *     saved
 * @param priceVersion the id of the version used; empty when unpriced, and at prices that are in no
 *     book
 * @param components the lines that make up {@code usd}, those with a quantity of 0 left out
 * @param missing what makes a cost partial: classes and units that have no price, and multipliers
 *     that are not listed, such as {@code speed turbo}
 */
public record Cost(
    CostStatus status,
    BigDecimal usd,
    long nanos,
    BigDecimal cacheSavedUsd,
    String priceVersion,
    List<CostComponent> components,
    List<String> missing) {

  /**
   * One billion dollars: what a hostile event claims must not overflow a sum. The exact amount
   * stays in {@link #usd()}. Far above {@link io.tokenledger.events.UsageLimits#MAX_COST_NANOS},
   * which is what an event may cost: the intake must see that an event is beyond that, and the
   * totals of many calls that are priced as one may cost more.
   */
  public static final long MAX_NANOS = 1_000_000_000_000_000_000L;

  static final BigDecimal MAX_USD = Money.usdFromNanos(MAX_NANOS);

  /** Of a call for which no version is in force. */
  public static final Cost UNPRICED =
      new Cost(CostStatus.UNPRICED, BigDecimal.ZERO, 0, BigDecimal.ZERO, "", List.of(), List.of());

  /**
   * {@link #cacheSavedUsd()} in nano-dollars, rounded once, half to even, within {@link
   * #MAX_NANOS}.
   */
  public long cacheSavedNanos() {
    return Money.nanosFromUsd(cacheSavedUsd.min(MAX_USD).max(MAX_USD.negate()));
  }

  /**
   * The same as it is summed up, of a call with these tokens; absent when none was cached, and
   * where it is not known: when not all is priced, or beyond what an event may cost.
   */
  public OptionalLong cacheSavedNanosOf(TokenCounts tokens) {
    if (status != CostStatus.PRICED || tokens.cached() == 0) {
      return OptionalLong.empty();
    }
    long saved = cacheSavedNanos();
    return Math.abs(saved) > UsageLimits.MAX_COST_NANOS
        ? OptionalLong.empty()
        : OptionalLong.of(saved);
  }
}

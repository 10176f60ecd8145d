package io.tokenledger.query.sums;

import io.tokenledger.events.CappedSum;
import io.tokenledger.events.TokenCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sums over events; exact, and additive.
 *
 * @param costNanos in nano-dollars
 */
public record UsageSums(
    long requestCount,
    long errorCount,
    long unpricedRequests,
    TokenCounts tokens,
    BigDecimal costNanos,
    CacheSaving cacheSaving,
    Durations durations) {

  public static final UsageSums NONE =
      new UsageSums(0, 0, 0, TokenCounts.NONE, BigDecimal.ZERO, CacheSaving.NONE, Durations.NONE);

  private static final int RATE_DIGITS = 6;

  public UsageSums plus(UsageSums other) {
    return new UsageSums(
        CappedSum.of(requestCount, other.requestCount),
        CappedSum.of(errorCount, other.errorCount),
        CappedSum.of(unpricedRequests, other.unpricedRequests),
        tokens.plus(other.tokens),
        costNanos.add(other.costNanos),
        cacheSaving.plus(other.cacheSaving),
        durations.plus(other.durations));
  }

  /** Failed requests of all, from 0 to 1 with six digits; 0 when there are none. */
  public BigDecimal errorRate() {
    return rate(BigDecimal.valueOf(errorCount), BigDecimal.valueOf(requestCount));
  }

  /** The share of this cost in that of all, from 0 to 1 with six digits; 0 when all is free. */
  public BigDecimal shareOf(UsageSums all) {
    return rate(costNanos, all.costNanos);
  }

  public Latency latency() {
    return Latency.of(durations);
  }

  private static BigDecimal rate(BigDecimal part, BigDecimal all) {
    return all.signum() == 0
        ? BigDecimal.ZERO
        : part.divide(all, RATE_DIGITS, RoundingMode.HALF_EVEN);
  }
}

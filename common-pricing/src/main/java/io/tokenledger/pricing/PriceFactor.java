package io.tokenledger.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What an org pays of everyone's prices: so many times each of them. Its contract price of a model
 * goes before. An entry of the append-only book like a {@link PriceVersion}, numbered with them.
 *
 * @param orgId whose prices are multiplied; never empty
 * @param effectiveFrom inclusive
 * @param recordedAt since when we know it
 * @param factor from {@link #MIN} to {@link #MAX}, with {@link #MAX_DECIMALS} decimals at most;
 *     empty where the rule ends
 */
public record PriceFactor(
    String id,
    long bookVersion,
    String orgId,
    FactorScope scope,
    Instant effectiveFrom,
    Instant recordedAt,
    Optional<BigDecimal> factor)
    implements BookEntry {

  public static final BigDecimal MIN = new BigDecimal("0.0001");
  public static final BigDecimal MAX = new BigDecimal(100);
  public static final int MAX_DECIMALS = 6;

  public PriceFactor {
    if (orgId.isEmpty() || factor.filter(each -> !isFactor(each)).isPresent()) {
      throw new IllegalArgumentException("No factor of an org: " + orgId + " " + factor);
    }
    factor = factor.map(PriceFactor::shortest);
  }

  /** Whether it is within the bounds. */
  public static boolean isFactor(BigDecimal number) {
    return number.compareTo(MIN) >= 0
        && number.compareTo(MAX) <= 0
        && shortest(number).scale() <= MAX_DECIMALS;
  }

  /** Empty where it is for all providers. */
  @Override
  public String provider() {
    return scope.provider();
  }

  private static BigDecimal shortest(BigDecimal number) {
    return number.stripTrailingZeros();
  }
}

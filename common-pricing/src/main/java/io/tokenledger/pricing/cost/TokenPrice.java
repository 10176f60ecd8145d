package io.tokenledger.pricing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * USD for one million tokens of a class, as a quotient: a derived price need not have an end as a
 * decimal, and is divided when nothing more is multiplied.
 *
 * @param divisor above 0; 1 where a price is listed
 */
record TokenPrice(BigDecimal dividend, BigDecimal divisor, PriceOrigin origin) {

  /** Prices have a few decimals, so that nearly every quotient is exact. */
  private static final int DECIMALS = 60;

  private static final int MILLION_DIGITS = 6;

  TokenPrice times(BigDecimal factor) {
    return new TokenPrice(dividend.multiply(factor), divisor, origin);
  }

  /** USD for one token. */
  BigDecimal usdEach() {
    return divided(dividend.movePointLeft(MILLION_DIGITS));
  }

  /** USD for so many tokens. */
  BigDecimal usdFor(BigDecimal tokens) {
    return divided(dividend.multiply(tokens).movePointLeft(MILLION_DIGITS));
  }

  boolean exceeds(TokenPrice other) {
    return dividend.multiply(other.divisor).compareTo(other.dividend.multiply(divisor)) > 0;
  }

  private BigDecimal divided(BigDecimal usd) {
    return divisor.equals(BigDecimal.ONE)
        ? usd
        : usd.divide(divisor, DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }
}

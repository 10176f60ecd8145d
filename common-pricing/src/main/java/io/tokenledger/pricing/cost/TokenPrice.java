package io.tokenledger.pricing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * USD for one million tokens of a class, as a quotient: a derived price need not have an end as a
 * decimal, and is divided when nothing more is multiplied.
 *
 * @param divisor above 0; 1 where a price is listed, or the quotient ends
 */
record TokenPrice(BigDecimal dividend, BigDecimal divisor, PriceOrigin origin) {

  /** Of a quotient that has no end, when it is a cost. */
  private static final int DECIMALS = 60;

  /** Nearly every quotient of two prices ends before. */
  private static final int DECIMALS_OF_PRICES = 12;

  private static final int MILLION_DIGITS = 6;

  static TokenPrice ofQuotient(BigDecimal dividend, BigDecimal divisor, PriceOrigin origin) {
    BigDecimal quotient = dividend.divide(divisor, DECIMALS_OF_PRICES, RoundingMode.DOWN);
    return quotient.multiply(divisor).compareTo(dividend) == 0
        ? new TokenPrice(quotient, BigDecimal.ONE, origin)
        : new TokenPrice(dividend, divisor, origin);
  }

  TokenPrice times(BigDecimal factor) {
    return new TokenPrice(dividend.multiply(factor), divisor, origin);
  }

  /** USD for one token. */
  BigDecimal usdEach() {
    return divided(dividend.movePointLeft(MILLION_DIGITS));
  }

  /** USD for so many tokens. */
  BigDecimal usdFor(BigDecimal tokens) {
    return divided(dividend.movePointLeft(MILLION_DIGITS).multiply(tokens));
  }

  /** USD that so many tokens cost more than at another price; negative when less. */
  BigDecimal moreThan(TokenPrice other, BigDecimal tokens) {
    return divisor.equals(other.divisor)
        ? new TokenPrice(dividend.subtract(other.dividend), divisor, origin).usdFor(tokens)
        : usdFor(tokens).subtract(other.usdFor(tokens));
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

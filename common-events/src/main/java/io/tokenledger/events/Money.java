package io.tokenledger.events;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Conversions between the units of money: US dollars as decimals, nano-dollars (10⁻⁹) in the
 * ledger, micro-dollars (10⁻⁶) in answers. Amounts are never a binary floating-point number.
 */
public final class Money {

  private static final int NANO_DIGITS = 9;
  private static final int MAX_DIGITS = 19;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final BigDecimal MAX_MICROS = BigDecimal.valueOf(Long.MAX_VALUE);

  private Money() {}

  /**
   * Rounds once, half to even.
   *
   * @throws ArithmeticException beyond about 9.2 billion dollars
   */
  public static long nanosFromUsd(BigDecimal usd) {
    return rounded(usd.movePointRight(NANO_DIGITS));
  }

  public static BigDecimal usdFromNanos(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS);
  }

  /** Of a sum, which may be beyond the range of a long; a fraction of a nano-dollar stays. */
  public static BigDecimal usdFromNanos(BigDecimal nanos) {
    return nanos.movePointLeft(NANO_DIGITS);
  }

  /** Decimal text with all nine digits of the nano-dollars. */
  public static String usdTextFromNanos(BigDecimal nanos) {
    return usdFromNanos(nanos).setScale(NANO_DIGITS).toPlainString();
  }

  /**
   * @throws ArithmeticException beyond about 9.2 billion dollars
   */
  public static long nanosFromMicros(long micros) {
    return Math.multiplyExact(micros, NANOS_PER_MICRO);
  }

  /**
   * Rounds half to even; for answers only, sums stay in nano-dollars.
   *
   * @return at most {@link Long#MAX_VALUE}, 9.2 trillion dollars: a report that is full must not
   *     fail
   */
  public static long microsFromNanos(BigDecimal nanos) {
    BigDecimal micros = nanos.movePointLeft(3);
    return micros.compareTo(MAX_MICROS) >= 0 ? Long.MAX_VALUE : rounded(micros);
  }

  /** Looks at the magnitude first: rescaling {@code 1e999999999} would take for ever. */
  private static long rounded(BigDecimal value) {
    long wholeDigits = (long) value.precision() - value.scale();
    if (value.signum() == 0 || wholeDigits < 0) {
      return 0;
    }
    if (wholeDigits > MAX_DIGITS) {
      throw new ArithmeticException("beyond the range of the ledger");
    }
    return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}

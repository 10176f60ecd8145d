package io.tokenledger.events;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Conversions between the units of money: US dollars as decimals, nano-dollars (10⁻⁹) in the
 * ledger, micro-dollars (10⁻⁶) in answers. Amounts are never a binary floating-point number.
 */
public final class Money {

  private static final int NANO_DIGITS = 9;
  private static final long NANOS_PER_MICRO = 1_000;

  private Money() {}

  /**
   * Rounds once, half to even.
   *
   * @throws ArithmeticException beyond about 9.2 billion dollars
   */
  public static long nanosFromUsd(BigDecimal usd) {
    return usd.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  public static BigDecimal usdFromNanos(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS);
  }

  /**
   * @throws ArithmeticException beyond about 9.2 billion dollars
   */
  public static long nanosFromMicros(long micros) {
    return Math.multiplyExact(micros, NANOS_PER_MICRO);
  }

  /** Rounds half to even; for answers only, sums stay in nano-dollars. */
  public static long microsFromNanos(BigDecimal nanos) {
    return nanos.movePointLeft(3).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}

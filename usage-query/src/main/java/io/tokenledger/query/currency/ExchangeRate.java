package io.tokenledger.query.currency;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one US dollar is worth.
 *
 * @param currency by its code of ISO 4217
 * @param day from which on the rate holds, until that of a later day
 * @param perUsd units of the currency for one dollar; above 0, at most {@link #DECIMALS} decimals
 * @param source who says so, such as {@code ECB}
 */
public record ExchangeRate(String currency, LocalDate day, BigDecimal perUsd, String source) {

  /** In which the ledger is; its own rate is always 1. */
  public static final String USD = "USD";

  public static final int DECIMALS = 12;

  /** Of all whole digits that the table keeps. */
  public static final BigDecimal BELOW = BigDecimal.TEN.pow(9);

  static ExchangeRate ofUsd(LocalDate day) {
    return new ExchangeRate(USD, day, BigDecimal.ONE, "ledger");
  }

  /** Exact, so that converted parts add up to the converted whole. */
  public String convert(BigDecimal usd) {
    return plain(usd.multiply(perUsd));
  }

  /** Without an exponent, and without zeros at its end. */
  public String perUsdText() {
    return plain(perUsd);
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}

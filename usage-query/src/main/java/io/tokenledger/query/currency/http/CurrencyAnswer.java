package io.tokenledger.query.currency.http;

import io.tokenledger.query.currency.ExchangeRate;
import java.time.LocalDate;

/**
 * By what the amounts of an answer were converted.
 *
 * @param code of ISO 4217
 * @param rate units of the currency for one US dollar
 * @param day of the rate: the report's last, or the newest before it that has one
 * @param source who says so
 */
public record CurrencyAnswer(String code, String rate, LocalDate day, String source) {

  public static CurrencyAnswer of(ExchangeRate rate) {
    return new CurrencyAnswer(rate.currency(), rate.perUsdText(), rate.day(), rate.source());
  }
}

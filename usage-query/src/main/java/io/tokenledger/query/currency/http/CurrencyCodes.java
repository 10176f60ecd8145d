package io.tokenledger.query.currency.http;

import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.service.http.Input;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of ISO 4217, those of currencies that are no more among them. */
final class CurrencyCodes {

  private static final Set<String> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private CurrencyCodes() {}

  static boolean isCode(String text) {
    return KNOWN.contains(text);
  }

  static String code(Input given) {
    if (!isCode(given.raw())) {
      throw given.refused("must be a currency code of ISO 4217, such as EUR.");
    }
    return given.raw();
  }

  /** Of a currency that can have a rate. */
  static String foreign(Input given) {
    if (given.raw().equals(ExchangeRate.USD)) {
      throw given.refused("must not be USD: the ledger is in US dollars, whose rate is 1.");
    }
    return code(given);
  }
}

package io.tokenledger.query.export;

import io.tokenledger.query.currency.ExchangeRate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The last columns of an export in another currency: the cost there, and the rate by which it is.
 */
final class CurrencyColumns {

  private CurrencyColumns() {}

  /**
   * @param rate without which there are none
   * @param prefix of the names
   * @param usd the dollars of a row
   */
  static <R> Stream<CsvColumn<R>> of(
      Optional<ExchangeRate> rate, String prefix, Function<R, String> usd) {
    return rate.stream().flatMap(by -> of(by, prefix, usd));
  }

  private static <R> Stream<CsvColumn<R>> of(
      ExchangeRate rate, String prefix, Function<R, String> usd) {
    return Stream.of(
        new CsvColumn<>(prefix + "cost", row -> rate.convert(new BigDecimal(usd.apply(row)))),
        new CsvColumn<>(prefix + "currency", row -> rate.currency()),
        new CsvColumn<>(prefix + "currencyRate", row -> rate.perUsdText()),
        new CsvColumn<>(prefix + "currencyDay", row -> rate.day().toString()),
        new CsvColumn<>(prefix + "currencySource", row -> rate.source()));
  }
}

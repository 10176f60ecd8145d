package io.tokenledger.query.currency.http;

import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.service.http.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The answers about exchange rates. */
public final class RatesAnswer {

  private RatesAnswer() {}

  /**
   * The rates by which reports that end on this day are converted.
   *
   * @param rates of each currency the newest, ordered by code
   */
  public record RatesOfDay(LocalDate on, List<CurrencyAnswer> rates) {

    static RatesOfDay of(LocalDate day, List<ExchangeRate> rates) {
      return new RatesOfDay(day, rates.stream().map(CurrencyAnswer::of).toList());
    }
  }

  /**
   * The rates of one currency.
   *
   * @param rates the newest first
   * @param nextCursor null on the last page
   */
  public record RatesPage(List<CurrencyAnswer> rates, Optional<String> nextCursor) {

    static RatesPage of(List<ExchangeRate> found, int limit) {
      Slice<ExchangeRate> page = Slice.of(found, limit);
      return new RatesPage(
          page.items().stream().map(CurrencyAnswer::of).toList(),
          page.last().map(last -> last.day().toString()));
    }
  }

  /**
   * What was imported.
   *
   * @param from the first day
   * @param to the last day
   * @param days that have rates
   * @param rates of all of them, those that were there before too
   */
  public record RatesImported(LocalDate from, LocalDate to, int days, int rates) {}
}

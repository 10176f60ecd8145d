package io.tokenledger.query.currency.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.query.currency.ExchangeRateReads;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the rate that a request names by {@code currency} and the last day of its report. */
@ApplicationScoped
public class AskedRates {

  private final ExchangeRateReads rates;
  private final Clock clock = Clock.systemUTC();

  AskedRates(ExchangeRateReads rates) {
    this.rates = rates;
  }

  /**
   * Empty when no currency is asked for; fails where it has no rate.
   *
   * @param to the last day, as it was given
   */
  public Uni<Optional<ExchangeRate>> of(String asked, String to) {
    Input currency = Input.parameter("currency", asked);
    if (currency.isAbsent()) {
      return Uni.createFrom().item(Optional.empty());
    }
    String code = CurrencyCodes.code(currency);
    LocalDate day = dayOfRate(to);
    return rates
        .on(code, day)
        .chain(
            found -> found.map(Uni.createFrom()::item).orElseGet(() -> noRate(currency, code, day)))
        .map(Optional::of);
  }

  private LocalDate dayOfRate(String to) {
    LocalDate today = LocalDate.now(clock);
    return Input.parameter("to", to).date().filter(last -> last.isBefore(today)).orElse(today);
  }

  private Uni<ExchangeRate> noRate(Input currency, String code, LocalDate day) {
    return rates
        .firstDayOf(code)
        .chain(
            first ->
                first.isPresent()
                    ? Uni.createFrom().item("the first of " + code + " is of " + first.get())
                    : rates.allOn(day).map(AskedRates::named))
        .map(there -> refusal(currency, code, day, there))
        .chain(Uni.createFrom()::failure);
  }

  private static ApiException refusal(
      Input currency, String code, LocalDate day, String whatIsThere) {
    return currency.refused(
        "must have an exchange rate of %s or before, which %s has not: %s."
            .formatted(day, code, whatIsThere));
  }

  private static String named(List<ExchangeRate> there) {
    return there.isEmpty()
        ? "there are none yet, and an operator can import them"
        : there.stream()
            .map(ExchangeRate::currency)
            .collect(Collectors.joining(", ", "there are rates of ", ""));
  }
}

package io.tokenledger.query.currency.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.query.currency.ExchangeRateReads;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Shows the answers of {@link InCurrency} in the currency that {@code currency} names, all by the
 * same way: one rate an answer, that of the report's last day, or of today when that is not over.
 * So the parts of a report add up, and a report of days that are over stays as it is.
 */
public class CurrencyFilters {

  private final ExchangeRateReads rates;
  private final AskedCurrency asked;
  private final ConvertedCosts costs;
  private final Clock clock = Clock.systemUTC();

  CurrencyFilters(ExchangeRateReads rates, AskedCurrency asked, ObjectMapper json) {
    this.rates = rates;
    this.asked = asked;
    this.costs = new ConvertedCosts(json);
  }

  /** What cannot be converted is refused before anything is read for it. */
  @InCurrency
  @ServerRequestFilter
  Uni<Void> findRate(ContainerRequestContext request) {
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
    Input currency = Input.parameter("currency", query.getFirst("currency"));
    if (currency.isAbsent()) {
      return Uni.createFrom().voidItem();
    }
    String code = CurrencyCodes.code(currency);
    LocalDate day = dayOfRate(query.getFirst("to"));
    return rates
        .on(code, day)
        .chain(
            found -> found.map(Uni.createFrom()::item).orElseGet(() -> noRate(currency, code, day)))
        .invoke(asked::set)
        .replaceWithVoid();
  }

  /** A stream is converted line by line, by who makes it. */
  @InCurrency
  @ServerResponseFilter
  void convert(ContainerResponseContext answer) {
    if (answer.getStatus() == Response.Status.OK.getStatusCode()
        && answer.getEntity() instanceof Record report) {
      asked.rate().ifPresent(rate -> answer.setEntity(costs.in(rate, report)));
    }
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
                    : rates.allOn(day).map(CurrencyFilters::named))
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

package io.tokenledger.query.currency.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Shows the answers of {@link InCurrency} in the currency that {@code currency} names, all by the
 * same way: one rate an answer, that of the report's last day, or of today when that is not over.
 * So the parts of a report add up, and a report of days that are over stays as it is.
 */
public class CurrencyFilters {

  private final AskedRates rates;
  private final AskedCurrency asked;

  CurrencyFilters(AskedRates rates, AskedCurrency asked) {
    this.rates = rates;
    this.asked = asked;
  }

  /** What cannot be converted is refused before anything is read for it. */
  @InCurrency
  @ServerRequestFilter
  Uni<Void> findRate(ContainerRequestContext request) {
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
    return rates
        .of(query.getFirst("currency"), query.getFirst("to"))
        .invoke(found -> found.ifPresent(asked::set))
        .replaceWithVoid();
  }

  @InCurrency
  @ServerResponseFilter
  void convert(ContainerResponseContext answer) {
    if (answer.getStatus() == Response.Status.OK.getStatusCode()
        && answer.getEntity() instanceof Record report) {
      asked.rate().ifPresent(rate -> answer.setEntity(new ConvertedReport(report, rate)));
    }
  }
}

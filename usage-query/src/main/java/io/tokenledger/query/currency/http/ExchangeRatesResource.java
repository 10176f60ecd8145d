package io.tokenledger.query.currency.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.query.currency.ExchangeRateReads;
import io.tokenledger.query.currency.ExchangeRateWrites;
import io.tokenledger.query.http.Paging;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What a dollar is worth, by day: for everybody to read, and for who runs the ledger to keep. */
@Path("/v1/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange rates")
class ExchangeRatesResource {

  private static final String CSV_EXAMPLE =
      """
      Date,USD,JPY,GBP,
      2026-01-30,1.0853,163.41,0.8412,
      2026-01-29,1.0871,N/A,0.8420,
      """;

  private final ExchangeRateReads rates;
  private final ExchangeRateWrites changes;
  private final Caller caller;
  private final Clock clock = Clock.systemUTC();

  ExchangeRatesResource(ExchangeRateReads rates, ExchangeRateWrites changes, Caller caller) {
    this.rates = rates;
    this.changes = changes;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Operation(summary = "The rates by which reports that end on a day are converted")
  public Uni<RatesAnswer.RatesOfDay> onDay(
      @QueryParam("on")
          @Parameter(
              description = "The day, YYYY-MM-DD; by default, and at most, today in UTC.",
              example = "2026-01-31")
          String on) {
    LocalDate today = LocalDate.now(clock);
    LocalDate day =
        Input.parameter("on", on).date().filter(asked -> asked.isBefore(today)).orElse(today);
    return rates.allOn(day).map(found -> RatesAnswer.RatesOfDay.of(day, found));
  }

  @GET
  @Path("/{currency}")
  @Authenticated
  @Operation(summary = "All rates of a currency, the newest first, page by page")
  public Uni<RatesAnswer.RatesPage> ofCurrency(
      @RestPath String currency,
      @QueryParam("limit")
          @Parameter(description = "Rates per page, 1 to 200; by default 50.", example = "50")
          String limit,
      @QueryParam("cursor") @Parameter(description = "The nextCursor of the page before.")
          String cursor) {
    String code = foreign(currency);
    int most = Paging.limit(limit);
    LocalDate before = Input.parameter("cursor", cursor).date().orElse(LocalDate.of(9999, 12, 31));
    return rates.before(code, before, most + 1).map(found -> RatesAnswer.RatesPage.of(found, most));
  }

  @PUT
  @Path("/{currency}/{day}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(summary = "Sets the rate of a currency from a day on, for superadmins")
  public Uni<CurrencyAnswer> put(@RestPath String currency, @RestPath String day, RateBody body) {
    ExchangeRate rate = Body.given(body).toRate(foreign(currency), dayOf(day));
    return changes.put(caller.userId(), rate).replaceWith(CurrencyAnswer.of(rate));
  }

  @DELETE
  @Path("/{currency}/{day}")
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(summary = "Takes the rate of a day out of the table, for superadmins")
  public Uni<Void> remove(@RestPath String currency, @RestPath String day) {
    return changes
        .remove(caller.userId(), foreign(currency), dayOf(day))
        .invoke(ExchangeRatesResource::refuseMissing)
        .replaceWithVoid();
  }

  @POST
  @Path("/import")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(
      summary =
          "Imports a CSV file of the European Central Bank, all of it or none; for superadmins")
  @APIResponseSchema(value = RatesAnswer.RatesImported.class, responseCode = "200")
  public Uni<RatesAnswer.RatesImported> importEcb(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(implementation = String.class),
                      examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE)))
          byte[] body) {
    List<ExchangeRate> read = EcbRates.read(body == null ? new byte[0] : body);
    List<LocalDate> days = read.stream().map(ExchangeRate::day).distinct().sorted().toList();
    return changes
        .putAll(caller.userId(), read, days.size())
        .replaceWith(
            new RatesAnswer.RatesImported(
                days.get(0), days.get(days.size() - 1), days.size(), read.size()));
  }

  private static String foreign(String currency) {
    return CurrencyCodes.foreign(Input.parameter("currency", currency));
  }

  private static LocalDate dayOf(String day) {
    Input given = Input.parameter("day", day);
    return given.date().orElseThrow(() -> given.refused("must be a date, written YYYY-MM-DD."));
  }

  private static void refuseMissing(boolean removed) {
    if (!removed) {
      throw ApiException.notFound("There is no rate of that currency and day.");
    }
  }
}

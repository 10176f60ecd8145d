package io.tokenledger.prices.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Prices of models, as a person looks at them. Model names may hold '/' and ':'. */
@Path("/v1/prices")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Authenticated
@Tag(name = "Prices")
class PricesResource {

  static final String MODEL = "/{provider}/{modelName:.+}";

  private final PriceBookService prices;
  private final PriceAccess access;

  PricesResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  @GET
  @Operation(summary = "The prices in force: everyone's, and with orgId that org's as well")
  public Uni<PriceView.Page> list(
      @BeanParam PricesParameters parameters, @BeanParam PriceMoment moment) {
    Instant at = moment.atOrNow();
    Instant knownAt = moment.knownAtOrEver();
    return access
        .toSee(moment.orgId)
        .map(parameters::listing)
        .map(listing -> listing.page(prices.book().inForce(at, knownAt)));
  }

  @GET
  @Path(MODEL)
  @Operation(summary = "The version that prices a call of this model, found as for an event")
  public Uni<EffectivePriceView> inForce(
      @RestPath String provider, @RestPath String modelName, @BeanParam PriceMoment moment) {
    ModelName model = PricedModel.of(provider, modelName);
    Instant at = moment.atOrNow();
    Instant knownAt = moment.knownAtOrEver();
    return access.toSee(moment.orgId).map(org -> inForce(org, model, at, knownAt));
  }

  @GET
  @Path(MODEL + "/history")
  @Operation(summary = "Every version of exactly this model, the last recorded first")
  public Uni<PriceView.History> history(
      @RestPath String provider,
      @RestPath String modelName,
      @RestQuery
          @Parameter(
              description = "The org whose contract prices are shown, too.",
              example = "acme")
          String orgId,
      @RestQuery @Parameter(description = "Only what was recorded by then (RFC 3339).")
          String knownAt) {
    ModelName model = PricedModel.of(provider, modelName);
    Instant known = Input.parameter("knownAt", knownAt).time(Instant.MAX);
    return access
        .toSee(orgId)
        .chain(org -> prices.history(org, model.provider(), model.name()))
        .map(recorded -> PriceView.History.of(recorded, known));
  }

  private EffectivePriceView inForce(String org, ModelName model, Instant at, Instant knownAt) {
    PriceBook book = prices.book();
    return book.priceOf(org, model.provider(), model.name(), at, knownAt)
        .map(EffectivePriceView::of)
        .orElseThrow(() -> PricedModel.unpriced(model));
  }
}

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  public Uni<PriceView> inForce(
      @PathParam("provider") @Parameter(description = "In any case.", example = "openai")
          String provider,
      @PathParam("modelName")
          @Parameter(description = "As events name it; may hold '/'.", example = "gpt-4o")
          String modelName,
      @BeanParam PriceMoment moment) {
    ModelName model = PricedModel.of(provider, modelName);
    Instant at = moment.atOrNow();
    Instant knownAt = moment.knownAtOrEver();
    return access.toSee(moment.orgId).map(org -> inForce(org, model, at, knownAt));
  }

  @GET
  @Path(MODEL + "/history")
  @Operation(summary = "Every version of exactly this model, the last recorded first")
  public Uni<PriceView.History> history(
      @PathParam("provider") @Parameter(description = "In any case.", example = "openai")
          String provider,
      @PathParam("modelName")
          @Parameter(description = "Exactly as it is listed.", example = "gpt-4o")
          String modelName,
      @QueryParam("orgId")
          @Parameter(
              description = "The org whose contract prices are shown, too.",
              example = "acme")
          String orgId,
      @QueryParam("knownAt") @Parameter(description = "Only what was recorded by then (RFC 3339).")
          String knownAt) {
    ModelName model = PricedModel.of(provider, modelName);
    Instant known = Input.parameter("knownAt", knownAt).time(Instant.MAX);
    return access
        .toSee(orgId)
        .chain(org -> prices.history(org, model.provider(), model.name()))
        .map(recorded -> PriceView.History.of(recorded, known));
  }

  private PriceView inForce(String org, ModelName model, Instant at, Instant knownAt) {
    PriceBook book = prices.book();
    return book.find(org, model.provider(), model.name(), at, knownAt)
        .map(PriceView::of)
        .orElseThrow(() -> PricedModel.unpriced(model));
  }
}

package io.tokenledger.prices.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Prices that a person sets: of models no list has, and by contract. */
@Path("/v1/prices" + PricesResource.MODEL)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Authenticated
@Tag(name = "Prices")
class PriceSettingResource {

  private final PriceBookService prices;
  private final PriceAccess access;

  PriceSettingResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Records a new version of a price")
  @RequestBodySchema(PriceBody.class)
  @ResponseStatus(201)
  @APIResponseSchema(value = PriceView.class, responseCode = "201")
  public Uni<PriceView> set(@RestPath String provider, @RestPath String modelName, byte[] body) {
    ModelName model = PricedModel.of(provider, modelName);
    PriceBody change = PriceBody.fromBody(body);
    String userId = access.userId();
    return access
        .toSet(change.orgId())
        .chain(() -> prices.record(change.toDraft(model, userId)))
        .map(PriceView::of);
  }

  @DELETE
  @Operation(summary = "Ends the price of exactly this model, now or at a given time")
  public Uni<PriceView> end(
      @RestPath String provider,
      @RestPath String modelName,
      @RestQuery @Parameter(description = "Whose contract price; without it, everyone's.")
          String orgId,
      @RestQuery @Parameter(description = "When it ends (RFC 3339); by default now.") String at,
      @RestQuery @Parameter(description = "Why, up to 500 characters.") String note) {
    ModelName model = PricedModel.of(provider, modelName);
    PriceDraft ending = ending(model, orgId, at, note);
    return access
        .toSet(ending.orgId())
        .invoke(() -> requireInForce(model, ending))
        .chain(() -> prices.record(ending))
        .map(PriceView::of);
  }

  private PriceDraft ending(ModelName model, String orgId, String at, String note) {
    return new PriceDraft(
        Input.parameter("orgId", orgId).orgId(),
        model.provider(),
        model.name(),
        Input.parameter("at", at).time(Instant.now()),
        PriceDraft.MANUAL,
        access.userId(),
        Note.of(Input.parameter("note", note)),
        Optional.empty());
  }

  private void requireInForce(ModelName model, PriceDraft ending) {
    prices
        .book()
        .find(ending.orgId(), model.provider(), model.name(), ending.effectiveFrom())
        .filter(version -> version.orgId().equals(ending.orgId()) && version.model().equals(model))
        .orElseThrow(() -> PricedModel.unpriced(model));
  }
}

package io.tokenledger.prices.factors;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.FactorDraft;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.http.Note;
import io.tokenledger.prices.http.PriceAccess;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Relative prices of an org: so many times everyone's price, for all models or some. */
@Path("/v1/orgs/{orgId}/price-factors")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Authenticated
@Tag(name = "Price factors")
class FactorsResource {

  private final PriceBookService prices;
  private final PriceAccess access;

  FactorsResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  @GET
  @Operation(summary = "The factors of the org that are in force")
  public Uni<FactorView.Page> list(@RestPath String orgId, @BeanParam FactorsParameters asked) {
    String org = org(orgId);
    Instant at = asked.at();
    Instant knownAt = asked.knownAt();
    return access
        .requireToSee(Map.of(org, "orgId"))
        .map(seen -> asked.page(prices.book().factorsInForce(org, at, knownAt)));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sets what the org pays of everyone's prices, from a moment on")
  @RequestBodySchema(FactorBody.class)
  @ResponseStatus(201)
  @APIResponseSchema(value = FactorView.class, responseCode = "201")
  public Uni<FactorView> set(@RestPath String orgId, byte[] body) {
    FactorDraft draft = FactorBody.fromBody(body).toDraft(org(orgId), access.userId());
    return access.toSet(draft.orgId()).chain(() -> prices.record(draft)).map(FactorView::of);
  }

  @DELETE
  @Operation(summary = "Ends a factor, now or at a given time")
  public Uni<FactorView> end(
      @RestPath String orgId,
      @RestQuery @Parameter(description = "As it was set; without it, of all models.")
          String provider,
      @RestQuery @Parameter(description = "As they were set; without them, all of the provider.")
          String models,
      @RestQuery @Parameter(description = "When it ends (RFC 3339); by default now.") String at,
      @RestQuery @Parameter(description = "Why, up to 500 characters.") String note) {
    FactorDraft ending =
        new FactorDraft(
            org(orgId),
            FactorBody.scope(
                Input.parameter("provider", provider), Input.parameter("models", models)),
            Input.parameter("at", at).time(Instant.now()),
            access.userId(),
            Note.of(Input.parameter("note", note)),
            Optional.empty());
    return access
        .toSet(ending.orgId())
        .invoke(() -> requireInForce(ending))
        .chain(() -> prices.record(ending))
        .map(FactorView::of);
  }

  private void requireInForce(FactorDraft ending) {
    prices.book().factorsInForce(ending.orgId(), ending.effectiveFrom(), Instant.MAX).stream()
        .filter(factor -> factor.scope().equals(ending.scope()))
        .findAny()
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "There is no factor of '" + ending.scope().label() + "' at that time."));
  }

  private static String org(String orgId) {
    return Input.parameter("orgId", orgId).orgId();
  }
}

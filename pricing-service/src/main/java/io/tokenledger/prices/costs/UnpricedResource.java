package io.tokenledger.prices.costs;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.http.PricingApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was used and has no price. */
@Path("/v1/unpriced")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Repricing")
@APIResponse(responseCode = "400", ref = PricingApi.INVALID)
@APIResponse(responseCode = "401", ref = PricingApi.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = PricingApi.FORBIDDEN)
@APIResponse(responseCode = "503", ref = PricingApi.UNAVAILABLE)
class UnpricedResource {

  private final RecordedCosts costs;
  private final RecordedCostAccess access;

  UnpricedResource(RecordedCosts costs, RecordedCostAccess access) {
    this.costs = costs;
    this.access = access;
  }

  @GET
  @Operation(
      summary = "Models that were used without price, the most used first",
      description =
          "Without orgId for superadmins (and the scope prices:read), who also see which orgs; with"
              + " orgId for its owners and admins. When a price appears, the events get it by"
              + " themselves.")
  @APIResponse(
      responseCode = "200",
      description = "status is unpriced, or partial where a part of the usage has no price",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UnpricedView.Models.class),
              examples = @ExampleObject(name = "models", value = RepriceExamples.UNPRICED)))
  public Uni<UnpricedView.Models> list(
      @QueryParam("orgId") @Parameter(description = "One org only.", example = "acme")
          String orgId) {
    boolean withOrgs = access.seesEveryOrg();
    return access
        .toSee(orgId)
        .chain(costs::unpriced)
        .map(usages -> UnpricedView.of(usages, withOrgs));
  }
}

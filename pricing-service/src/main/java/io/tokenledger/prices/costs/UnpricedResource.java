package io.tokenledger.prices.costs;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What was used and has no price. */
@Path("/v1/unpriced")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Repricing")
class UnpricedResource {

  /** Names of models are their producers' choice: there may be any number. */
  private static final int MAX_USAGES = 1_000;

  private final PostgresRecordedCosts costs;
  private final RecordedCostAccess access;

  UnpricedResource(PostgresRecordedCosts costs, RecordedCostAccess access) {
    this.costs = costs;
    this.access = access;
  }

  @GET
  @Operation(summary = "Models that were used without price, the most used first")
  public Uni<UnpricedView.Models> list(
      @RestQuery @Parameter(description = "One org only.", example = "acme") String orgId) {
    boolean withOrgs = access.seesEveryOrg();
    return access
        .toSee(orgId)
        .chain(org -> costs.unpriced(org, withOrgs, MAX_USAGES + 1))
        .map(usages -> UnpricedView.of(usages, MAX_USAGES));
  }
}

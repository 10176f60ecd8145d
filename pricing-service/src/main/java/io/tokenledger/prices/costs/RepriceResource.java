package io.tokenledger.prices.costs;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Recorded events get the cost that the price book gives them now. */
@Path("/v1/reprice")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Repricing")
class RepriceResource {

  private static final int MAX_RUNS = 1_000;
  private static final int MAX_DIFFERENCES = 10_000;

  private final PostgresRecordedCosts costs;
  private final RecordedCostAccess access;

  RepriceResource(PostgresRecordedCosts costs, RecordedCostAccess access) {
    this.costs = costs;
    this.access = access;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Asks for recorded events to be priced again, or what that would change")
  @RequestBodySchema(RepriceRequest.class)
  @APIResponseSchema(value = RepriceRunView.class, responseCode = "202")
  public Uni<RestResponse<RepriceRunView>> order(byte[] body) {
    RepriceRequest order = RepriceRequest.fromBody(body);
    String userId = access.userId();
    return access
        .toChange(order.orgId())
        .chain(() -> costs.order(order, userId))
        .map(
            run ->
                RestResponse.ResponseBuilder.accepted(run.withDifferences(List.of()))
                    .location(URI.create("/v1/reprice/runs/" + run.id()))
                    .build());
  }

  @GET
  @Path("/runs")
  @Operation(summary = "The last runs, also those made when a price appeared")
  public Uni<RepriceRunView.Runs> runs(
      @RestQuery @Parameter(description = "One org only.", example = "acme") String orgId,
      @RestQuery @DefaultValue("20") @Parameter(description = "From 1 to 1,000.") String limit) {
    int wanted = Input.parameter("limit", limit).number(1, MAX_RUNS);
    return access.toSee(orgId).chain(org -> costs.runs(org, wanted)).map(RepriceRunView.Runs::new);
  }

  @GET
  @Path("/runs/{id}")
  @Operation(summary = "A run with its differences per day and org, the first 10,000")
  public Uni<RepriceRunView> run(
      @RestPath
          @Parameter(
              description = "As the order answered it.",
              example = "0d6a3c1b-2e4f-4f0b-9d5e-5f0c2a548f0e")
          String id) {
    UUID runId = uuid(id);
    return costs
        .run(runId)
        .map(run -> run.orElseThrow(RepriceResource::notFound))
        .call(this::requireToSee)
        .chain(run -> costs.differences(runId, MAX_DIFFERENCES).map(run::withDifferences));
  }

  private Uni<Void> requireToSee(RepriceRunView run) {
    return access.seesEveryOrg()
        ? Uni.createFrom().voidItem()
        : access
            .toChange(Objects.requireNonNullElse(run.orgId(), ""))
            .onFailure(ApiException.class)
            .transform(refused -> notFound())
            .replaceWithVoid();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw notFound();
    }
  }

  private static ApiException notFound() {
    return ApiException.notFound("There is no such run.");
  }
}

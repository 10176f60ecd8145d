package io.tokenledger.aggregate.reconcile.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.aggregate.reconcile.PartitionsAdded;
import io.tokenledger.aggregate.reconcile.PostgresRebuildRuns;
import io.tokenledger.aggregate.reconcile.RebuildRun;
import io.tokenledger.aggregate.reconcile.RollupRebuild;
import io.tokenledger.aggregate.reconcile.RollupReconciler;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** For operators: compare the rollups with the raw events, and make them again. */
@Path("/v1/rollups")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({Caller.SUPERADMIN, Caller.ROLLUPS_ADMIN})
@Tag(name = "Rollups")
public class RollupsResource {

  private static final int MAX_LISTED = 500;

  private final RollupReconciler reconciler;
  private final RollupRebuild rebuild;
  private final PostgresRebuildRuns runs;
  private final Caller caller;

  RollupsResource(
      RollupReconciler reconciler, RollupRebuild rebuild, PostgresRebuildRuns runs, Caller caller) {
    this.reconciler = reconciler;
    this.rebuild = rebuild;
    this.runs = runs;
    this.caller = caller;
  }

  @GET
  @Path("/drift")
  @Operation(summary = "Where rollups and raw events differ, compared now")
  public Uni<DriftAnswer> drift(
      @QueryParam("from") @Parameter(description = "First day.", example = "2026-03-01")
          String from,
      @QueryParam("to") @Parameter(description = "Last day.", example = "2026-03-31") String to) {
    return reconciler
        .reconcile(Days.of(Input.parameter("from", from), Input.parameter("to", to)))
        .map(DriftAnswer::of)
        .onFailure(PartitionsAdded.class)
        .transform(wait -> new ApiException(ProblemCode.UNAVAILABLE, wait.getMessage()));
  }

  @POST
  @Path("/rebuilds")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make the rollups of some days, or of all, again from the raw events")
  @ResponseStatus(202)
  @APIResponseSchema(value = RebuildAnswer.class, responseCode = "202")
  public Uni<RebuildAnswer> rebuild(@RequestBodySchema(RebuildOrder.class) RebuildOrder order) {
    return order(order).map(RebuildAnswer::of);
  }

  @GET
  @Path("/rebuilds")
  @Operation(summary = "The latest rebuilds, newest first")
  public Uni<List<RebuildAnswer>> rebuilds(
      @QueryParam("limit") @DefaultValue("20") @Parameter(description = "How many, 1 to 500.")
          int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw ApiException.invalidParameter("limit", "must be from 1 to " + MAX_LISTED + ".");
    }
    return runs.latest(limit).map(latest -> latest.stream().map(RebuildAnswer::of).toList());
  }

  @GET
  @Path("/rebuilds/{id}")
  @Operation(summary = "One rebuild")
  public Uni<RebuildAnswer> rebuild(
      @PathParam("id") @Parameter(description = "Of the rebuild.") UUID id) {
    return runs.byId(id)
        .map(
            found ->
                found
                    .map(RebuildAnswer::of)
                    .orElseThrow(() -> ApiException.notFound("There is no rebuild " + id + ".")));
  }

  private Uni<RebuildRun> order(RebuildOrder order) {
    RebuildOrder checked = RebuildOrder.checked(order);
    Uni<DayRange> days = checked.all() ? rebuild.everyDay() : Uni.createFrom().item(checked.days());
    return days.chain(range -> rebuild.request(checked.of(range, caller.userId())));
  }
}

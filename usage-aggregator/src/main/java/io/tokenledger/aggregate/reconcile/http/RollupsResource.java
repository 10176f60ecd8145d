package io.tokenledger.aggregate.reconcile.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.aggregate.reconcile.RebuildRun;
import io.tokenledger.aggregate.reconcile.RollupRebuild;
import io.tokenledger.aggregate.reconcile.RollupReconciler;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Problem;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** For operators: compare the rollups with the raw events, and make them again. */
@Path("/v1/rollups")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({Caller.SUPERADMIN, Caller.ROLLUPS_ADMIN})
@Tag(name = "Rollups")
public class RollupsResource {

  private static final int MAX_LISTED = 500;

  private final RollupReconciler reconciler;
  private final RollupRebuild rebuild;
  private final Caller caller;

  RollupsResource(RollupReconciler reconciler, RollupRebuild rebuild, Caller caller) {
    this.reconciler = reconciler;
    this.rebuild = rebuild;
    this.caller = caller;
  }

  @GET
  @Path("/drift")
  @Operation(
      summary = "Where rollups and raw events differ, compared now",
      description =
          "Days are UTC, YYYY-MM-DD, both ends inclusive; by default the last 35 days, at most 366."
              + " Conversations are compared that began on these days. Exact while events"
              + " flow: what is stored and not counted yet is on neither side.")
  @APIResponseSchema(
      value = DriftAnswer.class,
      responseDescription = "No entry in drift means that all is equal.")
  @APIResponse(responseCode = "400", description = "A date is malformed.")
  public Uni<DriftAnswer> drift(
      @QueryParam("from") @Parameter(description = "First day.", example = "2026-03-01")
          String from,
      @QueryParam("to") @Parameter(description = "Last day.", example = "2026-03-31") String to) {
    return reconciler
        .reconcile(Days.of(Input.parameter("from", from), Input.parameter("to", to)))
        .map(DriftAnswer::of);
  }

  @POST
  @Path("/rebuilds")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make the rollups of some days, or of all, again from the raw events",
      description =
          "Body: {from, to, orgId?, countOverdue?} or {all: true, orgId?, countOverdue?}. Events go"
              + " on to be counted meanwhile. A row that is right is not touched; days before the"
              + " retention window stay. With countOverdue, events that were stored more than an"
              + " hour ago and never came through usage.recorded are counted too.")
  @APIResponseSchema(
      value = RebuildAnswer.class,
      responseDescription = "Noted; ask for the run to see how far it is.",
      responseCode = "202")
  @APIResponse(responseCode = "400", description = "The body names no days.")
  public Uni<RestResponse<RebuildAnswer>> rebuild(
      @RequestBodySchema(RebuildOrder.class) RebuildOrder order) {
    return order(order)
        .map(run -> RestResponse.status(RestResponse.Status.ACCEPTED, RebuildAnswer.of(run)));
  }

  @GET
  @Path("/rebuilds")
  @Operation(summary = "The latest rebuilds, newest first")
  @APIResponseSchema(value = RebuildAnswer[].class, responseDescription = "The rebuilds.")
  @APIResponse(responseCode = "400", description = "The limit is malformed.")
  public Uni<List<RebuildAnswer>> rebuilds(
      @QueryParam("limit") @DefaultValue("20") @Parameter(description = "How many, 1 to 500.")
          int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw ApiException.invalidParameter("limit", "must be from 1 to " + MAX_LISTED + ".");
    }
    return rebuild.latest(limit).map(runs -> runs.stream().map(RebuildAnswer::of).toList());
  }

  @GET
  @Path("/rebuilds/{id}")
  @Operation(summary = "One rebuild")
  @APIResponseSchema(value = RebuildAnswer.class, responseDescription = "The rebuild.")
  @APIResponse(responseCode = "404", description = "There is no such rebuild.")
  public Uni<RebuildAnswer> rebuild(
      @PathParam("id") @Parameter(description = "Of the rebuild.") UUID id) {
    return rebuild
        .byId(id)
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

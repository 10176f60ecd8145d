package io.tokenledger.prices.sync.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.sync.PriceSync;
import io.tokenledger.prices.sync.SyncRun;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Takes public price lists over, and tells what that did. */
@Path("/v1/sync")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({Caller.SUPERADMIN, Caller.PRICES_SYNC})
@Tag(name = "Price sync")
class SyncResource {

  private final PriceSync sync;
  private final PostgresSyncRuns runs;
  private final Caller caller;

  SyncResource(PriceSync sync, PostgresSyncRuns runs, Caller caller) {
    this.sync = sync;
    this.runs = runs;
    this.caller = caller;
  }

  @POST
  @Path("/{source}")
  @Operation(summary = "Takes a public list over now, or shows what that would change")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SyncRequest.class)))
  public Uni<SyncRunAnswer> start(
      @RestPath @Parameter(description = "openrouter or litellm.", example = "openrouter")
          String source,
      @RestQuery @Parameter(description = "true or false; by default false.") String dryRun,
      byte[] body) {
    SyncRequest request = SyncRequest.of(dryRun, body);
    return sync.sync(SyncParameters.source(source), request.dryRun(), caller.userId())
        .map(SyncResource::requireSucceeded)
        .map(SyncRunAnswer::of);
  }

  @GET
  @Path("/runs")
  @Operation(summary = "The runs, the newest first, page by page")
  public Uni<SyncRunAnswer.Page> list(@BeanParam SyncParameters parameters) {
    return runs.list(parameters.source(), parameters.below(), parameters.limit() + 1)
        .map(found -> SyncRunAnswer.Page.of(found, parameters.limit()));
  }

  @GET
  @Path("/runs/{id}")
  @Operation(summary = "A run with its difference")
  public Uni<SyncRunAnswer> find(
      @RestPath @Parameter(description = "The run's id.", example = "12") String id) {
    long runId = SyncParameters.id(id);
    return runs.find(runId)
        .map(
            found ->
                found.orElseThrow(() -> ApiException.notFound("There is no sync run " + id + ".")))
        .map(SyncRunAnswer::of);
  }

  private static SyncRun requireSucceeded(SyncRun run) {
    if (run.status() == SyncRun.Status.FAILED) {
      throw new ApiException(
          ProblemCode.BAD_GATEWAY,
          "Sync run %d changed nothing (%s). %s".formatted(run.id(), run.reason(), run.detail()));
    }
    return run;
  }
}

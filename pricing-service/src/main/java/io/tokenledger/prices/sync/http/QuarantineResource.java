package io.tokenledger.prices.sync.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.sync.PriceSync;
import io.tokenledger.prices.sync.QuarantinedPrice;
import io.tokenledger.prices.sync.postgres.PostgresPriceQuarantine;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Large moves of listed prices, and what people decide about them. */
@Path("/v1/sync/quarantine")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({Caller.SUPERADMIN, Caller.PRICES_SYNC})
@Tag(name = "Price sync")
class QuarantineResource {

  private static final Logger LOG = Logger.getLogger(QuarantineResource.class);

  private final PriceSync sync;
  private final PostgresPriceQuarantine quarantine;
  private final Caller caller;

  QuarantineResource(PriceSync sync, PostgresPriceQuarantine quarantine, Caller caller) {
    this.sync = sync;
    this.quarantine = quarantine;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Moves that were set aside, the newest first, page by page")
  public Uni<QuarantinedAnswer.Page> list(
      @RestQuery
          @DefaultValue("pending")
          @Parameter(description = "pending, approved, rejected or superseded.")
          String status,
      @BeanParam SyncParameters parameters) {
    QuarantinedPrice.Status wanted = SyncParameters.status(status);
    return quarantine
        .list(wanted, parameters.source(), parameters.below(), parameters.limit() + 1)
        .map(found -> QuarantinedAnswer.Page.of(found, parameters.limit()));
  }

  @POST
  @Path("/{id}/approve")
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(summary = "Records the move's price as a new version, from now on")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MoveDecision.class)))
  public Uni<QuarantinedAnswer> approve(@RestPath String id, byte[] body) {
    long move = SyncParameters.id(id);
    return answer(move, sync.approve(move, caller.userId(), MoveDecision.fromBody(body).note()));
  }

  @POST
  @Path("/{id}/reject")
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(summary = "Leaves the price as it is")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MoveDecision.class)))
  public Uni<QuarantinedAnswer> reject(@RestPath String id, byte[] body) {
    long move = SyncParameters.id(id);
    return answer(
        move, quarantine.reject(move, caller.userId(), MoveDecision.fromBody(body).note()));
  }

  private static Uni<QuarantinedAnswer> answer(long id, Uni<Optional<QuarantinedPrice>> decided) {
    return decided
        .map(
            found -> found.orElseThrow(() -> ApiException.notFound("There is no move " + id + ".")))
        .invoke(QuarantineResource::log)
        .map(QuarantinedAnswer::of);
  }

  private static void log(QuarantinedPrice move) {
    LOG.infof(
        "%s %s move %d of %s/%s",
        move.decision().map(QuarantinedPrice.Decision::by).orElse(""),
        move.status().code(),
        move.id(),
        move.provider(),
        move.modelName());
  }
}

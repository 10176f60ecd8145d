package io.tokenledger.query.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.CallerAccess;
import io.tokenledger.query.UsageReports;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a conversation used (contracts §3). */
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationResource {

  private final UsageReports reports;
  private final CallerAccess access;

  ConversationResource(UsageReports reports, CallerAccess access) {
    this.reports = reports;
    this.access = access;
  }

  @GET
  @Path("/{id}/usage")
  @Authenticated
  @Operation(
      summary = "Usage of one conversation",
      description =
          "Summed over the orgs whose analytics the caller may read; in other orgs of the caller,"
              + " over the caller's own calls.")
  @APIResponse(responseCode = "200", description = "The totals.")
  @APIResponse(
      responseCode = "401",
      description = "No valid bearer token.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such conversation, or the caller may not see it.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Uni<ConversationAnswer> usage(
      @PathParam("id") @Parameter(description = "The conversationId of the events.") String id) {
    String conversationId = Parameters.text("id", id);
    return access
        .everywhere()
        .chain(scope -> reports.conversation(scope, conversationId))
        .map(ConversationAnswer::of);
  }
}

package io.tokenledger.query.conversations;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.analytics.PersonalReports;
import io.tokenledger.query.http.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a conversation used (contracts §3), in whatever orgs it was. */
@Path("/conversations/{id}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationResource {

  private final PersonalReports reports;
  private final CallerAccess access;

  ConversationResource(PersonalReports reports, CallerAccess access) {
    this.reports = reports;
    this.access = access;
  }

  @GET
  @Authenticated
  @Operation(
      summary = "Usage of one conversation",
      description =
          "Summed over the orgs whose analytics the caller may read; in other orgs of the caller,"
              + " over the caller's own calls.")
  public Uni<ConversationAnswer> usage(
      @PathParam("id") @Parameter(description = "The conversationId of the events.") String id) {
    String conversationId = Parameters.text("id", id);
    return access
        .everywhere()
        .chain(scope -> reports.conversation(scope, conversationId))
        .map(ConversationAnswer::of);
  }
}

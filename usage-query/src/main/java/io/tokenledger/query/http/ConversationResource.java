package io.tokenledger.query.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.CallerAccess;
import io.tokenledger.query.ConversationQuery;
import io.tokenledger.query.PersonalReports;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What conversations used (contracts §3). */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationResource {

  private final PersonalReports reports;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  ConversationResource(PersonalReports reports, CallerAccess access) {
    this.reports = reports;
    this.access = access;
  }

  @GET
  @Path("/conversations/{id}/usage")
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

  @GET
  @Path("/orgs/{orgId}/conversations")
  @PermissionsAllowed(OrgPermission.Names.OWN_READ)
  @Operation(
      summary = "The conversations of an org, newest first, page by page",
      description =
          "Who may read the org's analytics sees all of them, every other member those they took"
              + " part in, with the sums of their own calls.")
  public Uni<ConversationsAnswer> conversations(
      @PathParam("orgId") @Parameter(description = "The org that had the conversations.")
          String orgId,
      @BeanParam ConversationsParameters parameters) {
    AccessScope scope = access.granted();
    ConversationQuery query = parameters.toQuery(orgId, clock);
    return reports
        .conversations(scope, query)
        .map(page -> ConversationsAnswer.of(orgId, page, query.limit()));
  }
}

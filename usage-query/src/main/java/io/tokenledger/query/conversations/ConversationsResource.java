package io.tokenledger.query.conversations;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The conversations of an org (contracts §3). */
@Path("/orgs/{orgId}/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationsResource {

  private final ConversationReads conversations;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  ConversationsResource(ConversationReads conversations, CallerAccess access) {
    this.conversations = conversations;
    this.access = access;
  }

  @GET
  @InCurrency
  @PermissionsAllowed(OrgPermission.Names.OWN_READ)
  @Operation(summary = "The conversations of an org, newest first, page by page")
  public Uni<ConversationsAnswer> conversations(
      @RestPath @Parameter(description = "The org that had the conversations.") String orgId,
      @BeanParam ConversationsParameters parameters) {
    AccessScope scope = access.granted();
    ConversationQuery query = parameters.toQuery(orgId, clock);
    return conversations
        .page(scope, query)
        .map(page -> ConversationsAnswer.of(orgId, page, query.limit()));
  }
}

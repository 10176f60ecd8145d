package io.tokenledger.query.conversations;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.query.http.OrgParameter;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What a conversation used (contracts §3), in whatever orgs it was. */
@Path("/conversations/{id}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationResource {

  private final ConversationReads conversations;
  private final CallerAccess access;

  ConversationResource(ConversationReads conversations, CallerAccess access) {
    this.conversations = conversations;
    this.access = access;
  }

  /** A conversation one may not see is answered as one that does not exist. */
  @GET
  @InCurrency
  @Authenticated
  @Operation(summary = "Usage of one conversation")
  public Uni<ConversationAnswer> usage(
      @RestPath @Parameter(description = "The conversationId of the events.") String id,
      @QueryParam("currency")
          @Parameter(
              description =
                  "Shows the cost in this currency, too, by its code of ISO 4217, at the newest"
                      + " rate.",
              example = "EUR")
          String currency,
      @BeanParam OrgParameter org) {
    String conversationId = Texts.filter("id", id);
    return access
        .everywhere()
        .chain(scope -> conversations.usage(org.narrow(scope), conversationId))
        .map(found -> found.orElseThrow(() -> ApiException.notFound("No such conversation.")))
        .map(ConversationAnswer::of);
  }
}

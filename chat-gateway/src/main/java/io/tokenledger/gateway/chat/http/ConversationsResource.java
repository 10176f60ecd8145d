package io.tokenledger.gateway.chat.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Settings;
import io.tokenledger.gateway.chat.http.ConversationsAnswer.Place;
import io.tokenledger.gateway.chat.postgres.ConversationStore;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The conversations of the caller; those of others are answered as ones that do not exist. */
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Conversations")
class ConversationsResource {

  private static final int PAGE = 50;
  private static final int MOST = 200;
  private static final String ONE = "/{id}";

  private final ConversationStore conversations;
  private final ChatAccess access;

  ConversationsResource(ConversationStore conversations, ChatAccess access) {
    this.conversations = conversations;
    this.access = access;
  }

  @GET
  @Operation(summary = "One's own conversations, the last used first, page by page")
  public Uni<ConversationsAnswer> list(
      @RestQuery String orgId,
      @RestQuery String limit,
      @RestQuery String cursor,
      @Context HttpHeaders headers) {
    int most = Input.parameter("limit", limit).limit(PAGE, MOST);
    Place after = Place.of(cursor);
    Input org = Input.parameter("orgId", orgId);
    return access
        .who(headers)
        .chain(
            who ->
                conversations.page(
                    who, ChatAccess.orgs(who, org), after.updatedAt(), after.id(), most + 1))
        .map(found -> ConversationsAnswer.of(found, most));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBodySchema(ConversationBody.class)
  @APIResponseSchema(value = ConversationAnswer.class, responseCode = "201")
  @Operation(summary = "Begins a conversation")
  public Uni<RestResponse<ConversationAnswer>> make(byte[] body, @Context HttpHeaders headers) {
    ConversationBody.Draft draft = ConversationBody.draft(body);
    return access
        .who(headers)
        .chain(who -> conversations.make(who, ChatAccess.org(who, draft.orgId()), draft.settings()))
        .map(ConversationAnswer::of)
        .map(
            made ->
                RestResponse.ResponseBuilder.ok(made)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create("/conversations/" + made.id()))
                    .build());
  }

  @GET
  @Path(ONE)
  @Operation(summary = "A conversation and its last messages; those before page by page")
  public Uni<OpenedAnswer> open(
      @RestPath String id,
      @RestQuery String limit,
      @RestQuery String cursor,
      @Context HttpHeaders headers) {
    UUID conversation = id(id);
    int most = Input.parameter("limit", limit).limit(PAGE, MOST);
    int before = before(cursor);
    return access
        .who(headers)
        .chain(who -> conversations.open(who, conversation, before, most + 1))
        .map(opened -> OpenedAnswer.of(opened, most));
  }

  @PATCH
  @Path(ONE)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBodySchema(ConversationBody.Change.class)
  @Operation(summary = "Changes what is named of a conversation; null clears it")
  public Uni<ConversationAnswer> change(
      @RestPath String id, byte[] body, @Context HttpHeaders headers) {
    UUID conversation = id(id);
    UnaryOperator<Settings> change = ConversationBody.change(body);
    return access
        .who(headers)
        .chain(who -> conversations.change(who, conversation, change))
        .map(ConversationAnswer::of);
  }

  @DELETE
  @Path(ONE)
  @Operation(summary = "Deletes a conversation, for good; its usage stays in the ledger")
  public Uni<Void> delete(@RestPath String id, @Context HttpHeaders headers) {
    UUID conversation = id(id);
    return access.who(headers).chain(who -> conversations.delete(who, conversation));
  }

  /** Ids are ours, so that another text names no conversation. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }

  private static int before(String cursor) {
    String place = Cursor.decode(cursor);
    if (place.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    if (!place.matches("[0-9]{1,9}")) {
      throw Cursor.malformed();
    }
    return Integer.parseInt(place);
  }
}

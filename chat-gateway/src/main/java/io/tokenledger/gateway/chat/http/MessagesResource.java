package io.tokenledger.gateway.chat.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Chat;
import io.tokenledger.gateway.chat.ChatEvent;
import io.tokenledger.gateway.chat.Question;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Questions within a conversation, and their answers. */
@Path("/conversations/{id}/messages")
@Authenticated
@Tag(name = "Conversations")
class MessagesResource {

  private final Chat chat;
  private final ChatAccess access;
  private final AnswerEvents events;

  MessagesResource(Chat chat, ChatAccess access, AnswerEvents events) {
    this.chat = chat;
    this.access = access;
    this.events = events;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RequestBodySchema(MessageBody.class)
  @Operation(summary = "Asks the model; answers its message, or a stream of events")
  public Uni<MessageAnswer> ask(@RestPath String id, byte[] body, @Context HttpHeaders headers) {
    return events.whole(answer(id, body, headers));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> stream(
      @RestPath String id, byte[] body, @Context HttpHeaders headers, @Context Sse sse) {
    return events.stream(answer(id, body, headers), sse);
  }

  private Multi<ChatEvent> answer(String id, byte[] body, HttpHeaders headers) {
    UUID conversation = ConversationsResource.id(id);
    Question question = MessageBody.question(body, headers);
    return access
        .who(headers)
        .onItem()
        .transformToMulti(who -> chat.ask(who, conversation, question));
  }
}

package io.tokenledger.gateway.chat.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Chat;
import io.tokenledger.gateway.chat.ChatEvent;
import io.tokenledger.gateway.chat.http.MessageBody.Trial;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single questions, of which nothing is kept but their usage. */
@Path("/playground")
@Authenticated
@Tag(name = "Playground")
class PlaygroundResource {

  private final Chat chat;
  private final ChatAccess access;
  private final AnswerEvents events;

  PlaygroundResource(Chat chat, ChatAccess access, AnswerEvents events) {
    this.chat = chat;
    this.access = access;
    this.events = events;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RequestBodySchema(MessageBody.Loose.class)
  @Operation(summary = "Asks a model once; answers its message, or a stream of events")
  public Uni<MessageAnswer> ask(byte[] body, @Context HttpHeaders headers) {
    return events.whole(answer(body, headers));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> stream(
      byte[] body, @Context HttpHeaders headers, @Context Sse sse) {
    return events.stream(answer(body, headers), sse);
  }

  private Multi<ChatEvent> answer(byte[] body, HttpHeaders headers) {
    Trial trial = MessageBody.trial(body, headers);
    return access
        .who(headers)
        .onItem()
        .transformToMulti(
            who ->
                chat.play(
                    who, ChatAccess.org(who, trial.orgId()), trial.settings(), trial.question()));
  }
}

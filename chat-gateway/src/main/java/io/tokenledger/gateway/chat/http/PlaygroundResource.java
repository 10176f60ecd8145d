package io.tokenledger.gateway.chat.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Chat;
import io.tokenledger.gateway.chat.ChatEvent;
import io.tokenledger.gateway.chat.http.MessageBody.Trial;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Single questions, of which nothing is kept but their usage. */
@Path("/playground")
@Authenticated
@Tag(name = "Playground")
class PlaygroundResource {

  private final Chat chat;
  private final ChatAccess access;
  private final LiveAnswers answers;

  PlaygroundResource(Chat chat, ChatAccess access, LiveAnswers answers) {
    this.chat = chat;
    this.access = access;
    this.answers = answers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
  @RequestBodySchema(MessageBody.Loose.class)
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = MessageAnswer.class)),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(implementation = String.class))
      })
  @Operation(summary = "Asks a model once; answers its message, or a stream of events")
  public Uni<RestResponse<Object>> ask(
      byte[] body, @Context HttpHeaders headers, @Context RoutingContext request) {
    return answers.of(answer(body, headers), headers, request);
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

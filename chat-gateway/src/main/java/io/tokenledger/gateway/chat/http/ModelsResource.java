package io.tokenledger.gateway.chat.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Chat;
import io.tokenledger.gateway.chat.model.Models.Offer;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The models that one may write to. */
@Path("/conversations/models")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Conversations")
class ModelsResource {

  private final Chat chat;
  private final ChatAccess access;

  ModelsResource(Chat chat, ChatAccess access) {
    this.chat = chat;
    this.access = access;
  }

  /**
   * Models to offer.
   *
   * @param defaultModel of conversations that name none; null where none is set or offered
   */
  record ModelsAnswer(List<Offer> models, Optional<String> defaultModel) {}

  @GET
  @Operation(summary = "The models to choose from; another one may be named as well")
  public Uni<ModelsAnswer> models(@RestQuery String orgId, @Context HttpHeaders headers) {
    Input org = Input.parameter("orgId", orgId);
    return access
        .who(headers)
        .map(who -> chat.offers(who, ChatAccess.org(who, org)))
        .map(offers -> new ModelsAnswer(offers, chat.defaultModel(offers)));
  }
}

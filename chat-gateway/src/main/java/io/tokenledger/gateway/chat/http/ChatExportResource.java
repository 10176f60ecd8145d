package io.tokenledger.gateway.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.postgres.ExportReads;
import io.tokenledger.gateway.chat.postgres.ExportReads.Owned;
import io.tokenledger.gateway.chat.postgres.ExportReads.Page;
import io.tokenledger.gateway.chat.postgres.ExportReads.Place;
import io.tokenledger.gateway.chat.postgres.ExportReads.Wanted;
import io.tokenledger.service.http.Input;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

/** Conversations with their messages, one JSON object a line, in a stream. */
@Path("/conversations/export")
@Authenticated
@Tag(name = "Conversations")
class ChatExportResource {

  private static final String NDJSON = "application/x-ndjson";
  private static final int ID_LENGTH = 36;

  private final ExportReads reads;
  private final Exports exports;
  private final ChatAccess access;
  private final ObjectMapper json;

  ChatExportResource(ExportReads reads, Exports exports, ChatAccess access, ObjectMapper json) {
    this.reads = reads;
    this.exports = exports;
    this.access = access;
    this.json = json;
  }

  @GET
  @Produces(NDJSON)
  @Operation(
      summary =
          "One's own conversations as a file, streamed, or one of them; or those of a whole org")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
  public RestMulti<byte[]> export(
      @RestQuery String orgId,
      @RestQuery String everyone,
      @RestQuery String conversationId,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    Multi<byte[]> lines =
        wanted(
                Input.parameter("orgId", orgId),
                Input.parameter("everyone", everyone),
                Input.parameter("conversationId", conversationId),
                headers)
            .onItem()
            .transformToMulti(wanted -> exports.run(wanted.orgId(), lines(wanted), request));
    return RestMulti.fromMultiData(lines)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"conversations.ndjson\"")
        .build();
  }

  /** The caller's own, or those of everyone in the org. */
  private Uni<Wanted> wanted(Input org, Input everyone, Input conversation, HttpHeaders headers) {
    Optional<UUID> only =
        conversation.given().map(id -> ConversationsResource.id(id.text(ID_LENGTH)));
    if (everyone.flag().orElse(false)) {
      String orgId = org.orgId();
      return access.requireAdministrator(orgId).replaceWith(new Wanted(orgId, "", only));
    }
    return access.who(headers).map(who -> new Wanted(ChatAccess.org(who, org), who.userId(), only));
  }

  private Multi<byte[]> lines(Wanted wanted) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new AtomicReference<>(Optional.of(Place.BEGIN)),
            at -> reads.after(wanted, at.get().orElseThrow()).invoke(page -> at.set(page.next())))
        .whilst(page -> page.next().isPresent())
        .map(this::lines)
        .filter(page -> page.length > 0);
  }

  /** The framework ends each page as it ends a line. */
  private byte[] lines(Page page) {
    StringJoiner lines = new StringJoiner("\n");
    page.begun().ifPresent(begun -> lines.add(text(line(begun))));
    page.messages()
        .forEach(message -> lines.add(text(typed("message", MessageAnswer.of(message)))));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode line(Owned owned) {
    return typed("conversation", ConversationAnswer.of(owned.conversation()))
        .put("userId", owned.userId());
  }

  private ObjectNode typed(String type, Object answer) {
    ObjectNode line = json.createObjectNode().put("type", type);
    return line.setAll(json.<ObjectNode>valueToTree(answer));
  }

  private String text(ObjectNode line) {
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

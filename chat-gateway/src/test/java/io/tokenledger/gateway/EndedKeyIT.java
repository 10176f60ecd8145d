package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Keys;
import io.tokenledger.gateway.support.RawClient;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A key that is revoked takes the calls along that run by it, and no others. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class EndedKeyIT extends GatewayTest {

  private static final String CHUNK =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n";
  private static final String BEGUN =
      "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"c\","
          + "\"usage\":{\"input_tokens\":25,\"output_tokens\":1}}}\n\n";
  private static final int CALLS = 5;
  private static final String SENTENCE = "The API key was revoked or has expired.";

  /** A call of a conversation has no header that names its script: its question does. */
  private final String question = "question-" + UUID.randomUUID();

  @Test
  void whatRunsByARevokedKeyEndsWithAnError() throws IOException {
    upstream.script(script, Script.events(CHUNK).ending(End.HANG));
    upstream.script(script + "-others", Script.events(CHUNK).ending(End.HANG));
    upstream.script(script + "-cut", Script.events(CHUNK, "data: {\"mo").ending(End.HANG));
    upstream.script(script + "-claude", Script.events(BEGUN).ending(End.HANG));
    upstream.script(question, Script.events(CHUNK).ending(End.HANG));
    upstream.script(script + "-slow", Script.json("{}").silentFor(12_000));
    String other = Keys.forCalls("other-" + org);
    try (RawClient stream = RawClient.chat(key, script, "gpt-x");
        RawClient cut = RawClient.chat(key, script + "-cut", "gpt-x");
        RawClient others = RawClient.chat(other, script + "-others", "gpt-x")) {
      CompletableFuture<HttpResponse<String>> slow =
          CompletableFuture.supplyAsync(() -> chat(key, script + "-slow", "gpt-x", false).text());
      CompletableFuture<HttpResponse<String>> claude =
          CompletableFuture.supplyAsync(() -> claude().text());
      CompletableFuture<HttpResponse<String>> conversation =
          CompletableFuture.supplyAsync(() -> askInAConversation());
      stream.readUntil("word ");
      cut.readUntil("{\"mo");
      others.readUntil("word ");
      await().until(() -> !upstream.seen(script + "-slow").isEmpty());
      await().until(() -> !upstream.seen(script + "-claude").isEmpty());
      await().until(() -> !upstream.seen(question).isEmpty());
      Keys.set(org, "expires_at = now()");
      assertThat(stream.readUntil("0\r\n\r\n"))
          .contains("event: error\ndata: {", "\"error\":{", "\"invalid_api_key\"", SENTENCE);
      assertThat(cut.readToEnd()).doesNotContain("error").doesNotEndWith("0\r\n\r\n");
      assertThat(slow.join().statusCode()).isEqualTo(401);
      assertThat(slow.join().body()).contains(SENTENCE);
      assertThat(claude.join().body())
          .contains("event: error\ndata: {\"type\":\"error\"", SENTENCE);
      assertThat(conversation.join().body())
          .contains("event: started", "word ", "event: error", SENTENCE);
      await().atMost(Duration.ofSeconds(2)).until(() -> seen().isClosed());
      assertThat(upstream.seen(script + "-others").get(0).isClosed()).isFalse();
    }
    accountedAsPartial(Told.of(org, CALLS));
  }

  private static void accountedAsPartial(List<JsonNode> events) {
    assertThat(events)
        .hasSize(CALLS)
        .allSatisfy(
            event -> {
              assertThat(event.path("errorMessage").asText()).startsWith("key_ended: ");
              assertThat(event.path("success").asBoolean(true)).isFalse();
              assertThat(event.path("usageSource").asText()).isIn("partial", "estimated");
            })
        .anySatisfy(
            event ->
                assertThat(event.path("rawUsage").findPath("input_tokens").asInt()).isEqualTo(25));
  }

  /** By the same key, for a program of the org. */
  private HttpResponse<String> askInAConversation() {
    String made = inConversations("").body("{\"model\":\"gpt-x\"}").text().body();
    return inConversations("/" + new JsonObject(made).getString("id") + "/messages")
        .header("accept", "text/event-stream")
        .body("{\"content\":\"" + question + "\"}")
        .text();
  }

  private GatewayCall inConversations(String path) {
    return GatewayCall.to("/conversations" + path).header("authorization", "Bearer " + key);
  }

  private GatewayCall claude() {
    return GatewayCall.to("/v1/messages")
        .header("x-api-key", key)
        .script(script + "-claude")
        .body("{\"model\":\"claude-x\",\"max_tokens\":9,\"stream\":true,\"messages\":[]}");
  }
}

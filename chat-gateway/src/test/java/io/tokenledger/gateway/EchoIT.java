package io.tokenledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The upstream that is built in, in both APIs. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class EchoIT extends GatewayTest {

  @Test
  void itRepeatsTheLastMessageAndCountsItsWords() {
    JsonObject answer = new JsonObject(chat("three small words", false));
    assertThat(
            answer
                .getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getString("content"))
        .isEqualTo("three small words");
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("provider").asText()).isEqualTo("echo");
    assertThat(event.path("modelName").asText()).isEqualTo("echo-1");
    assertThat(event.path("rawUsage").findPath("completion_tokens").asInt()).isEqualTo(3);
  }

  @Test
  void itStreams() {
    String body = chat("one two", true);
    assertThat(body)
        .contains("\"content\":\"one\"", "\"content\":\" two\"")
        .endsWith("data: [DONE]\n\n");
    assertThat(body).doesNotContain("prompt_tokens");
    assertThat(Told.of(org, 1).get(0).path("rawUsage").findPath("completion_tokens").asInt())
        .isEqualTo(2);
  }

  @Test
  void itSpeaksAnthropicsApi() {
    String body =
        GatewayCall.to("/v1/messages")
            .header("x-api-key", key)
            .body(
                "{\"model\":\"echo-1\",\"max_tokens\":5,\"stream\":true,\"messages\":"
                    + "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi there\"}]}]}")
            .text()
            .body();
    assertThat(body).contains("event: message_start", "\" there\"", "event: message_stop");
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("provider").asText()).isEqualTo("echo");
    assertThat(event.path("rawUsage").toString()).contains("\"output_tokens\":2");
  }

  @Test
  void itSpeaksResponsesAndEmbeds() {
    String responses =
        GatewayCall.to("/v1/responses")
            .header("authorization", "Bearer " + key)
            .body("{\"model\":\"echo-1\",\"stream\":true,\"input\":\"a b c\"}")
            .text()
            .body();
    assertThat(responses).contains("event: response.completed");
    GatewayCall.to("/v1/embeddings")
        .header("authorization", "Bearer " + key)
        .body("{\"model\":\"echo-1\",\"input\":[\"a b\",\"c\"]}")
        .text();
    assertThat(Told.of(org, 2)).hasSize(2);
  }

  /** 2 words in at 0.1 and 2 out at 0.4 USD a million. */
  @Test
  void whoAsksIsToldTheTokensAndTheirCost() {
    JsonObject answer =
        new JsonObject(
            GatewayCall.to("/v1/chat/completions")
                .header("authorization", "Bearer " + key)
                .header("X-Tokenledger-Usage", "include")
                .body(
                    "{\"model\":\"echo-1\",\"messages\":[{\"role\":\"user\",\"content\":\"a b\"}]}")
                .text()
                .body());
    JsonObject tokens = answer.getJsonObject("token_usage");
    assertThat(tokens.getInteger("prompt_tokens")).isEqualTo(2);
    assertThat(tokens.getInteger("total_tokens")).isEqualTo(4);
    assertThat(tokens.getString("cost_estimate_usd")).isEqualTo("0.000001");
  }

  private String chat(String text, boolean stream) {
    return GatewayCall.to("/v1/chat/completions")
        .header("authorization", "Bearer " + key)
        .body(
            "{\"model\":\"echo-1\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                .formatted(stream, text))
        .text()
        .body();
  }
}

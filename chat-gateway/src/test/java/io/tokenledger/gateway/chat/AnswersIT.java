package io.tokenledger.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.Keys;
import io.tokenledger.gateway.support.People;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Questions and their answers: how they are told, kept and accounted for. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class AnswersIT extends ChatTest {

  /** 3 words in at 0.1 and 3 out at 0.4 USD a million. */
  @Test
  void anAnswerStreamsIsKeptAndIsOneEventOfTheLedger() {
    String path = conversation(token, "echo-1");
    String stream = asked(token, path, "three small words").text().body();
    assertThat(events(stream, "delta").stream().map(each -> each.getString("text")).toList())
        .containsExactly("three", " small", " words");
    JsonObject usage = events(stream, "usage").get(0);
    assertThat(usage.getLong("promptTokens")).isEqualTo(3);
    assertThat(usage.getLong("estimatedCostMicros")).isEqualTo(2);
    assertThat(usage.getString("costUsd")).isEqualTo("0.000001500");
    JsonObject done = events(stream, "done").get(0);
    assertThat(done.getString("content")).isEqualTo("three small words");
    assertThat(done.getString("state")).isEqualTo("complete");
    assertThat(last(json(token, "GET", path, ""))).isEqualTo(done);

    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("eventId").asText()).isEqualTo(done.getString("eventId"));
    assertThat("/conversations/" + event.path("conversationId").asText()).isEqualTo(path);
    assertThat(event.path("messageId").asText()).isEqualTo(done.getString("id"));
    assertThat(event.path("userId").asText()).isEqualTo(user);
    assertThat(event.path("feature").asText()).isEqualTo("chat");
    assertThat(event.has("apiKeyId")).isFalse();
    assertThat(Told.now(org)).hasSize(1);
    assertThat(Told.everything()).doesNotContain("small words");
  }

  @Test
  void withoutAStreamTheMessageIsAnsweredAtTheEnd() {
    String path = conversation(token, "echo-1");
    JsonObject answer = json(token, "POST", path + "/messages", question("hello there"));
    assertThat(answer.getString("role")).isEqualTo("assistant");
    assertThat(answer.getString("content")).isEqualTo("hello there");
    assertThat(answer.getJsonObject("usage").getLong("totalTokens")).isEqualTo(4);
    assertThat(json(token, "GET", path, "").getInteger("messageCount")).isEqualTo(2);
  }

  @Test
  void aModelIsToldOfTheConversationWithinItsBound() {
    upstream.script(script, Script.events(word("fine"), STOP, USAGE));
    String path = conversation(token, "gpt-x");
    json(token, "PATCH", path, "{\"systemPrompt\":\"Be short.\",\"temperature\":0.5,\"topP\":0.9}");
    json(token, "POST", path + "/messages", question("x".repeat(1990) + script));
    json(token, "POST", path + "/messages", question("second " + script));
    json(token, "POST", path + "/messages", question("third " + script));
    JsonObject body = new JsonObject(upstream.seen(script).get(2).text());
    assertThat(body.getJsonArray("messages").encode())
        .contains("Be short.", "second", "fine", "third")
        .doesNotContain("xxx");
    assertThat(body.getJsonArray("messages").getJsonObject(1).getString("role")).isEqualTo("user");
    assertThat(body.getDouble("temperature")).isEqualTo(0.5);
    assertThat(body.getDouble("top_p")).isEqualTo(0.9);
  }

  @Test
  void claudeIsSpokenToInItsOwnWords() {
    upstream.script(
        script,
        Script.events(
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m1\","
                + "\"model\":\"claude-x\",\"usage\":{\"input_tokens\":5,\"output_tokens\":1}}}\n\n",
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"Bonjour\"}}\n\n",
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
                + "\"end_turn\"},\"usage\":{\"output_tokens\":4}}\n\n",
            "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
    String path = conversation(token, "claude-x");
    JsonObject answer = json(token, "POST", path + "/messages", question("salut " + script));
    assertThat(answer.getString("content")).isEqualTo("Bonjour");
    assertThat(answer.getString("finishReason")).isEqualTo("end_turn");
    assertThat(answer.getJsonObject("usage").getLong("totalTokens")).isEqualTo(9);
    assertThat(upstream.seen(script).get(0).uri()).isEqualTo("/v1/messages");
  }

  /** The reader stops: what had come is kept, and the provider's bill is in the ledger. */
  @Test
  void whoLeavesKeepsWhatCameAndPaysForAll() throws IOException {
    upstream.script(
        script, Script.events(word("some")).then(700, word(" more")).then(20, STOP).then(USAGE));
    String path = conversation(token, "gpt-x");
    var open = asked(token, path, script).open();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open.body(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.contains("some")) {
        line = lines.readLine();
      }
      assertThat(send(token, "POST", path + "/messages", question("too soon")).statusCode())
          .isEqualTo(409);
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !last(json(token, "GET", path, "")).getString("state").equals("running"));
    JsonObject kept = last(json(token, "GET", path, ""));
    assertThat(kept.getString("state")).isEqualTo("interrupted");
    assertThat(kept.getString("content")).isEqualTo("some");
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("usageSource").asText()).isEqualTo("reported");
    assertThat(event.path("rawUsage").findPath("completion_tokens").asInt()).isEqualTo(2);
    assertThat(event.path("messageId").asText()).isEqualTo(kept.getString("id"));
  }

  @Test
  void anAnswerThatBreaksOffIsKeptAsFarAsItCame() {
    upstream.script(script, Script.events(word("half")).ending(Script.End.RESET));
    String path = conversation(token, "gpt-x");
    String stream = asked(token, path, script).text().body();
    JsonObject error = events(stream, "error").get(0);
    assertThat(error.getString("code")).isEqualTo("bad_gateway");
    assertThat(error.getJsonObject("message").getString("content")).isEqualTo("half");
    assertThat(last(json(token, "GET", path, "")).getString("state")).isEqualTo("interrupted");
    assertThat(Told.of(org, 1).get(0).path("success").asBoolean()).isFalse();
  }

  @Test
  void aRefusalOfTheProviderIsAProblemWithoutItsKey() {
    upstream.script(
        script,
        Script.answer(401, "application/json")
            .then("{\"error\":{\"message\":\"Incorrect key sk-upstream-never-to-be-seen\"}}"));
    String path = conversation(token, "gpt-x");
    HttpResponse<String> refused = asked(token, path, script).text();
    assertThat(refused.statusCode()).isEqualTo(502);
    assertThat(refused.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
    JsonObject kept = last(json(token, "GET", path, ""));
    assertThat(kept.getString("state")).isEqualTo("failed");
    assertThat(refused.body() + kept.encode()).doesNotContain("sk-upstream");
    assertThat(send(token, "POST", path + "/messages", question(script)).statusCode())
        .isEqualTo(502);
  }

  @Test
  void aTokenReachesItsOwnModelsOnly() {
    Keys.set(org, "models = '{echo-1}', user_id = 'bot'");
    JsonObject made = json(key, "POST", "/conversations", "{\"model\":\"gpt-x\"}");
    String path = "/conversations/" + made.getString("id");
    assertThat(send(key, "POST", path + "/messages", question("hi")).statusCode()).isEqualTo(403);
    assertThat(last(json(key, "GET", path, "")).getString("state")).isEqualTo("failed");
    json(key, "PATCH", path, "{\"model\":\"echo-1\"}");
    json(key, "POST", path + "/messages", question("hi"));
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("userId").asText()).isEqualTo("bot");
    assertThat(event.path("apiKeyId").asText()).isNotEmpty();
    assertThat(Told.now(org)).hasSize(1);
  }

  /** As a gateway that was killed leaves it. */
  @Test
  void whatNobodyAnswersAnyMoreIsInterruptedAfterAMinute() {
    String path = conversation(token, "echo-1");
    json(token, "POST", path + "/messages", question("hi"));
    People.execute(
        "UPDATE chat.message SET state = 'running', touched_at = now() - interval '61 seconds'"
            + " WHERE org_id = ? AND role = 'assistant'",
        org);
    assertThat(last(json(token, "GET", path, "")).getString("state")).isEqualTo("interrupted");
    assertThat(json(token, "POST", path + "/messages", question("again")).getString("content"))
        .isEqualTo("again");
  }

  @Test
  void thePlaygroundKeepsNothingAndIsItsOwnFeature() {
    String body =
        "{\"content\":\"side by side\",\"model\":\"echo-1\",\"tags\":{\"variantId\":\"b\"}}";
    JsonObject answer = json(token, "POST", "/playground", body);
    assertThat(answer.getString("content")).isEqualTo("side by side");
    assertThat(answer.getValue("conversationId")).isNull();
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("feature").asText()).isEqualTo("playground");
    assertThat(event.has("conversationId")).isFalse();
    assertThat(event.path("metadata").path("variantId").asText()).isEqualTo("b");
    assertThat(People.value("SELECT count(*) FROM chat.message WHERE org_id = ?", org))
        .isEqualTo("0");
  }

  @Test
  void experimentsAreToldByTheirTags() {
    String path = conversation(token, "echo-1");
    call(token, path + "/messages")
        .header("X-Tokenledger-Feature", "experiment")
        .header("X-Tokenledger-Tags", "experimentId=e7,variantId=b")
        .header("X-Tokenledger-User", "somebody-else")
        .header("X-Tokenledger-Conversation", "forged")
        .body(question("hi"))
        .text();
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("feature").asText()).isEqualTo("experiment");
    assertThat(event.path("metadata").path("experimentId").asText()).isEqualTo("e7");
    assertThat(event.path("metadata").path("variantId").asText()).isEqualTo("b");
    assertThat(event.path("userId").asText()).isEqualTo(user);
    assertThat("/conversations/" + event.path("conversationId").asText()).isEqualTo(path);
  }
}

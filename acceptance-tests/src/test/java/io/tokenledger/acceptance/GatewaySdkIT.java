package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.gateway.CountedCall;
import io.tokenledger.acceptance.gateway.GatewayOrg;
import io.tokenledger.acceptance.gateway.JavaSdks;
import io.tokenledger.acceptance.gateway.NodeSdks;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The SDKs of the providers, unchanged, with the gateway for a base URL and a token of the ledger
 * for a key: what they give to a program, and what the ledger counts. A word is a token of echo-1.
 */
class GatewaySdkIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final NodeSdks NODE = new NodeSdks();

  private static final String ECHO = "echo-1";
  private static final String WORDS = "three small words";
  private static final String WRONG_KEY = "The API key is missing, unknown, revoked or expired";
  private static final String NO_MODEL = "echo-2";
  private static final int LONG_TEXT_WORDS = 60;
  private static final int CHUNKS_BEFORE_ABORT = 5;

  @Test
  void openAisForNode() throws IOException, SQLException {
    GatewayOrg org = GatewayOrg.make(LEDGER.access(), "gateway-openai");
    Map<String, JsonNode> told = NODE.run("openai.js", org);
    assertText(told, "chat", WORDS);
    assertThat(told.get("chat").at("/usage/total_tokens").intValue()).isEqualTo(6);
    assertText(told, "chat-stream", "one two");
    assertThat(told.get("chat-stream").required("usage").isNull()).isTrue();
    assertThat(told.get("chat-stream").required("chunksWithoutChoices").intValue()).isZero();
    assertText(told, "chat-stream-usage", "one two three four");
    assertThat(told.get("chat-stream-usage").at("/usage/completion_tokens").intValue())
        .isEqualTo(4);
    assertText(told, "response", "a b c d e");
    assertThat(told.get("embedding").required("vectors").intValue()).isEqualTo(2);
    assertAborted(told, "chat-abort");
    assertRefused(told, "chat-wrong-key", "AuthenticationError", 401, WRONG_KEY);
    assertRefused(told, "chat-no-model", "NotFoundError", 404, NO_MODEL);
    assertText(told, "models", ECHO);
    org.assertCounted(
        Map.of(
            "chat", CountedCall.ofEcho(3, 3),
            "chat-stream", CountedCall.ofEcho(2, 2),
            "chat-stream-usage", CountedCall.ofEcho(4, 4),
            "response", CountedCall.ofEcho(5, 5),
            "embedding", CountedCall.embedded(3),
            "chat-abort", CountedCall.ofEcho(LONG_TEXT_WORDS, LONG_TEXT_WORDS)));
    assertThat(told.get("chat").required("eventId").textValue()).isEqualTo(org.eventId("chat"));
  }

  @Test
  void anthropicsForNode() throws IOException, SQLException {
    GatewayOrg org = GatewayOrg.make(LEDGER.access(), "gateway-anthropic");
    Map<String, JsonNode> told = NODE.run("anthropic.js", org);
    assertText(told, "message", WORDS);
    assertThat(told.get("message").at("/usage/output_tokens").intValue()).isEqualTo(3);
    assertText(told, "message-stream", "one two");
    assertThat(told.get("message-stream").at("/usage/input_tokens").intValue()).isEqualTo(4);
    assertAborted(told, "message-abort");
    assertRefused(told, "message-wrong-key", "AuthenticationError", 401, WRONG_KEY);
    assertRefused(told, "message-no-model", "NotFoundError", 404, NO_MODEL);
    assertThat(told.get("count").at("/usage/input_tokens").intValue()).isEqualTo(3);
    org.assertCounted(
        Map.of(
            "message", CountedCall.ofEcho(3, 3),
            "message-stream", CountedCall.ofEcho(4, 2),
            "message-abort", CountedCall.ofEcho(LONG_TEXT_WORDS, LONG_TEXT_WORDS)));
  }

  @Test
  void bothForJava() throws SQLException {
    GatewayOrg org = GatewayOrg.make(LEDGER.access(), "gateway-java");
    try (JavaSdks sdks = new JavaSdks(org, org.secret());
        JavaSdks strangers = new JavaSdks(org, org.secret() + "x")) {
      assertThat(sdks.chat("chat", ECHO, WORDS)).isEqualTo(WORDS);
      assertThat(sdks.streamedChat("chat-stream", ECHO, "one two")).isEqualTo("one two");
      assertThat(sdks.message("message", ECHO, WORDS)).isEqualTo(WORDS);
      assertThat(sdks.streamedMessage("message-stream", ECHO, "one two")).isEqualTo("one two");
      assertThatThrownBy(() -> strangers.chat("chat-wrong-key", ECHO, WORDS))
          .isInstanceOf(com.openai.errors.UnauthorizedException.class)
          .hasMessageContaining(WRONG_KEY);
      assertThatThrownBy(() -> strangers.message("message-wrong-key", ECHO, WORDS))
          .isInstanceOf(com.anthropic.errors.UnauthorizedException.class)
          .hasMessageContaining(WRONG_KEY);
      assertThatThrownBy(() -> sdks.streamedChat("chat-no-model", NO_MODEL, WORDS))
          .isInstanceOf(com.openai.errors.NotFoundException.class)
          .hasMessageContaining(NO_MODEL);
    }
    org.assertCounted(
        Map.of(
            "chat", CountedCall.ofEcho(3, 3),
            "chat-stream", CountedCall.ofEcho(2, 2),
            "message", CountedCall.ofEcho(3, 3),
            "message-stream", CountedCall.ofEcho(2, 2)));
  }

  /** What was tried can be told apart in the reports. */
  @Test
  void variantsOfAnExperimentAreToldApart() throws SQLException {
    GatewayOrg org = GatewayOrg.make(LEDGER.access(), "gateway-experiment");
    for (String variant : new String[] {"control", "short", "short"}) {
      org.playExperiment("prompt-length", variant, WORDS);
    }
    org.assertRequestsBy("tag:variantId", Map.of("control", 1L, "short", 2L));
    org.assertRequestsBy("tag:experimentId", Map.of("prompt-length", 3L));
    assertThat(org.requestsTagged("experimentId", "prompt-length")).isEqualTo(3);
    assertThat(org.requestsTagged("variantId", "short")).isEqualTo(2);
  }

  private static void assertText(Map<String, JsonNode> told, String name, String text) {
    assertThat(told.get(name).required("text").textValue()).as(name).isEqualTo(text);
  }

  /** The gateway has read on to the end, so that its usage is known; see docs/gateway.md. */
  private static void assertAborted(Map<String, JsonNode> told, String name) {
    assertThat(told.get(name).required("chunks").intValue())
        .as(name)
        .isBetween(CHUNKS_BEFORE_ABORT, LONG_TEXT_WORDS - 1);
  }

  private static void assertRefused(
      Map<String, JsonNode> told, String name, String error, int status, String sentence) {
    JsonNode refusal = told.get(name);
    assertThat(refusal.required("error").textValue()).as(name).isEqualTo(error);
    assertThat(refusal.required("status").intValue()).as(name).isEqualTo(status);
    assertThat(refusal.required("message").textValue()).as(name).contains(sentence);
  }
}

package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import io.tokenledger.acceptance.gateway.CountedCall;
import io.tokenledger.acceptance.gateway.GatewayOrg;
import io.tokenledger.acceptance.gateway.LangChainModels;
import io.tokenledger.acceptance.gateway.NodeSdks;
import io.tokenledger.acceptance.gateway.RecordedGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What programs are written with: Vercel's AI SDK and LangChain4j, unchanged, with the gateway for
 * a base URL. Tools are called, streams are left, providers refuse; and each call that reached a
 * provider, a retry as well, is one in the ledger.
 */
class GatewayFrameworksIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();

  private static final String ECHO = "echo-1";
  private static final String RECORDED = "recorded-1";
  private static final String RAIN = "Rain in Oslo.";
  private static final int LONG_TEXT_WORDS = 60;
  private static final int PIECES_BEFORE_ABORT = 5;
  private static final CountedCall TOOL_CALL = CountedCall.ofEcho(120, 9);
  private static final CountedCall TEXT = CountedCall.ofEcho(150, 12);

  private static RecordedGateway recorded;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    recorded = RecordedGateway.start(LEDGER.access(), folder.resolve("gateway.log"));
  }

  @AfterAll
  static void stop() {
    recorded.close();
  }

  @Test
  void vercelsAiSdk() throws Exception {
    GatewayOrg org = GatewayOrg.make(LEDGER.access(), "gateway-vercel");
    Map<String, JsonNode> told =
        new NodeSdks().run("vercel.js", org, Map.of("RECORDED_URL", recorded.url()));
    Map<String, List<CountedCall>> counted = new HashMap<>();
    for (String provider : List.of("openai", "compatible", "anthropic")) {
      assertThat(text(told, provider + "-text")).isEqualTo("three small words");
      assertThat(told.get(provider + "-text").at("/usage/outputTokens").intValue()).isEqualTo(3);
      assertThat(text(told, provider + "-stream")).isEqualTo("one two");
      assertThat(told.get(provider + "-stream").required("failures")).isEmpty();
      assertThat(told.get(provider + "-abort").required("chunks").intValue())
          .isBetween(PIECES_BEFORE_ABORT, LONG_TEXT_WORDS - 1);
      assertThat(text(told, provider + "-tool")).isEqualTo(RAIN);
      assertThat(told.get(provider + "-tool").required("called").textValue()).isEqualTo("Oslo");
      assertThat(told.get(provider + "-tool").at("/usage/inputTokens").intValue()).isEqualTo(270);
      assertThat(text(told, provider + "-tool-stream")).endsWith(RAIN);
      assertThat(told.get(provider + "-tool-stream").required("steps").intValue()).isEqualTo(2);
      assertThat(text(told, provider + "-retried")).isEqualTo(RAIN);
      assertThat(recorded.asked("Overloaded at first, " + provider)).isEqualTo(2);
      assertThat(told.get(provider + "-refused").required("status").intValue()).isEqualTo(400);
      assertThat(told.get(provider + "-refused").required("message").textValue())
          .contains("temperature");
      counted.put(provider + "-text", List.of(CountedCall.ofEcho(3, 3)));
      counted.put(provider + "-stream", List.of(CountedCall.ofEcho(2, 2)));
      counted.put(
          provider + "-abort", List.of(CountedCall.ofEcho(LONG_TEXT_WORDS, LONG_TEXT_WORDS)));
      putCallsOfTools(counted, provider);
    }
    assertThat(text(told, "responses-text")).isEqualTo("a b c");
    assertThat(text(told, "responses-stream")).isEqualTo("a b c d");
    assertThat(told.get("no-model").required("message").textValue()).contains("echo-2");
    assertThat(told.get("no-model").required("status").intValue()).isEqualTo(404);
    assertThat(told.get("wrong-key").required("status").intValue()).isEqualTo(401);
    assertThat(told.get("wrong-key").required("message").textValue()).contains("API key");
    counted.put("responses-text", List.of(CountedCall.ofEcho(3, 3)));
    counted.put("responses-stream", List.of(CountedCall.ofEcho(4, 4)));
    org.assertCountedEach(counted);
  }

  @Test
  void langChain4j() throws Exception {
    GatewayOrg org = GatewayOrg.make(LEDGER.access(), "gateway-langchain");
    Map<String, List<CountedCall>> counted = new HashMap<>();
    for (String api : List.of("openai", "anthropic")) {
      callAll(api, org);
      counted.put(api + "-text", List.of(CountedCall.ofEcho(3, 3)));
      counted.put(api + "-stream", List.of(CountedCall.ofEcho(2, 2)));
      counted.put(api + "-abort", List.of(CountedCall.ofEcho(LONG_TEXT_WORDS, LONG_TEXT_WORDS)));
      putCallsOfTools(counted, api);
    }
    org.assertCountedEach(counted);
  }

  private static void callAll(String api, GatewayOrg org) {
    LangChainModels echo = models(api, org.gatewayUrl(), org.secret());
    LangChainModels replayed = models(api, recorded.url(), org.secret());
    var answer = echo.chat(api + "-text", ECHO, "three small words");
    assertThat(LangChainModels.text(answer)).isEqualTo("three small words");
    assertThat(answer.tokenUsage().outputTokenCount()).isEqualTo(3);
    assertThat(LangChainModels.text(echo.streamedChat(api + "-stream", ECHO, "one two")))
        .isEqualTo("one two");
    String longText = "word ".repeat(LONG_TEXT_WORDS).strip();
    assertThat(echo.abortedChat(api + "-abort", ECHO, longText, PIECES_BEFORE_ABORT))
        .isBetween(PIECES_BEFORE_ABORT, LONG_TEXT_WORDS - 1);
    assertThat(replayed.chatWithTool(api + "-tool", RECORDED, "Java: the weather in Oslo? " + api))
        .isEqualTo(RAIN);
    assertThat(
            replayed.streamedChatWithTool(
                api + "-tool-stream", RECORDED, "Java: and streamed? " + api))
        .isEqualTo(RAIN);
    String overloaded = "Java: Overloaded at first " + api;
    assertThat(LangChainModels.text(replayed.chat(api + "-retried", RECORDED, overloaded)))
        .isEqualTo(RAIN);
    assertThat(recorded.asked(overloaded)).isEqualTo(2);
    assertThatThrownBy(() -> replayed.chat(api + "-refused", RECORDED, "Bad request in Java"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("temperature");
    LangChainModels stranger = models(api, org.gatewayUrl(), org.secret() + "x");
    assertThatThrownBy(() -> stranger.chat(api + "-wrong-key", ECHO, "x"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("The API key is missing, unknown, revoked or expired");
  }

  private static LangChainModels models(String api, String url, String key) {
    return api.equals("openai")
        ? LangChainModels.ofOpenAi(url, key)
        : LangChainModels.ofAnthropic(url, key);
  }

  private static void putCallsOfTools(Map<String, List<CountedCall>> counted, String api) {
    counted.put(api + "-tool", List.of(TOOL_CALL, TEXT));
    counted.put(api + "-tool-stream", List.of(TOOL_CALL, TEXT));
    counted.put(api + "-retried", List.of(CountedCall.refused(RECORDED), TEXT));
    counted.put(api + "-refused", List.of(CountedCall.refused(RECORDED)));
  }

  private static String text(Map<String, JsonNode> told, String name) {
    assertThat(told).containsKey(name);
    return told.get(name).required("text").textValue();
  }
}

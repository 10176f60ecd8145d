package io.tokenledger.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.gateway.keys.CallKey;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {

  private static final CallKey OPEN = key(Optional.of("key-user"), true, Map.of(), "");

  private static CallKey key(
      Optional<String> user, boolean userFromRequest, Map<String, String> tags, String feature) {
    return new CallKey(
        Optional.of(new UUID(0, 1)),
        "acme",
        user,
        userFromRequest,
        tags,
        Optional.of(feature).filter(text -> !text.isEmpty()),
        Set.of(),
        Set.of(),
        Instant.MAX);
  }

  private static MultiMap headers(String... namesAndValues) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  private static Asked body(String path, String body) {
    return Asked.of(Target.of("POST", path), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Asked chat(String body) {
    return body("/v1/chat/completions", body);
  }

  @Test
  void headersGoBeforeTheBodyAndTheBodyBeforeTheKey() {
    Asked asked = chat("{\"user\":\"body-user\"}");
    MultiMap ours = headers("X-Tokenledger-User", "header-user", "x-litellm-end-user-id", "other");
    assertThat(Attribution.of(ours, asked, OPEN).userId()).contains("header-user");
    assertThat(Attribution.of(headers(), asked, OPEN).userId()).contains("body-user");
    assertThat(Attribution.of(headers(), chat("{}"), OPEN).userId()).contains("key-user");
  }

  @Test
  void theUserComesFromTheClientOnlyIfTheKeyAllowsIt() {
    MultiMap headers = headers("X-Tokenledger-User", "mallory", "Helicone-User-Id", "mallory");
    Asked asked = chat("{\"user\":\"mallory\"}");
    CallKey fixed = key(Optional.of("alice"), false, Map.of(), "");
    CallKey none = key(Optional.empty(), false, Map.of(), "");
    assertThat(Attribution.of(headers, asked, fixed).userId()).contains("alice");
    assertThat(Attribution.of(headers, asked, none).userId()).isEmpty();
  }

  @Test
  void whatTheKeyFixesNoHeaderChanges() {
    CallKey key = key(Optional.empty(), false, Map.of("team", "red"), "rag");
    MultiMap headers =
        headers("X-Tokenledger-Feature", "chat", "X-Tokenledger-Tags", "team=blue,storyId=7");
    Attribution attribution = Attribution.of(headers, chat("{}"), key);
    assertThat(attribution.feature()).contains("rag");
    assertThat(attribution.metadata()).isEqualTo(Map.of("team", "red", "storyId", "7"));
  }

  @Test
  void readsOurHeadersAndExperiments() {
    Attribution attribution =
        Attribution.of(
            headers(
                "X-Tokenledger-Conversation", "conv",
                "X-Tokenledger-Message", "msg",
                "X-Tokenledger-Feature", "Experiment",
                "X-Tokenledger-Activity", "agent.implementer",
                "X-Tokenledger-Category", "review",
                "X-Tokenledger-Tags", "{\"experimentId\":\"e1\",\"variantId\":2,\"x\":{}}",
                "X-Stainless-Retry-Count", "1"),
            chat("{}"),
            OPEN);
    assertThat(attribution.conversationId()).contains("conv");
    assertThat(attribution.messageId()).contains("msg");
    assertThat(attribution.feature()).contains("experiment");
    assertThat(attribution.activity()).contains("agent.implementer");
    assertThat(attribution.category()).contains("review");
    assertThat(attribution.metadata())
        .isEqualTo(Map.of("experimentId", "e1", "variantId", "2", "retryCount", 1));
    assertThat(attribution.truncated()).isZero();
  }

  @Test
  void readsTheHeadersOfOtherGateways() {
    Attribution attribution =
        Attribution.of(
            headers(
                "x-litellm-tags", "a,b",
                "x-litellm-spend-logs-metadata", "{\"project\":\"p\"}",
                "Helicone-Property-Team", "t",
                "x-portkey-metadata", "{\"_user\":\"portkey\",\"env\":\"prod\"}",
                "cf-aig-metadata", "{\"user\":\"cf\",\"plan\":\"pro\"}",
                "X-TFY-METADATA", "{\"job\":\"j\"}",
                "Helicone-Request-Id", "r-1"),
            chat("{\"metadata\":{\"env\":\"body\",\"own\":\"1\"}}"),
            OPEN);
    assertThat(attribution.userId()).contains("cf");
    assertThat(attribution.metadata())
        .containsOnly(
            Map.entry("tags", "a,b"),
            Map.entry("project", "p"),
            Map.entry("Team", "t"),
            Map.entry("env", "prod"),
            Map.entry("plan", "pro"),
            Map.entry("job", "j"),
            Map.entry("own", "1"),
            Map.entry("requestId", "r-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      textBlock =
          """
          X-Tokenledger-Conversation | {"metadata":{"user_id":"user_1_account_2_session_b"}} | h
          X-Claude-Code-Session-Id   | {"metadata":{"user_id":"user_1_account_2_session_b"}} | h
          session_id                 | {"metadata":{"user_id":"user_1_account_2_session_b"}} | b
          session_id                 | {"conversation":"c"}                                  | h
          x-litellm-session-id       | {"conversation":"c"}                                  | h
          Helicone-Session-Id        | {"conversation":"c"}                                  | h
          X-Session-Id               | {"conversation":"c"}                                  | h
          X-Session-Affinity         | {"conversation":"c"}                                  | h
          X-Other                    | {"conversation":{"id":"c"},"session_id":"s"}          | c
          X-Other                    | {"session_id":"s","prompt_cache_key":"k"}             | s
          X-Other                    | {"prompt_cache_key":"k"}                              | k
          """)
  void takesTheConversationFromWhereClientsPutIt(String header, String body, String expected) {
    Attribution attribution =
        Attribution.of(headers(header, "h"), body("/v1/messages", body), OPEN);
    assertThat(attribution.conversationId()).contains(expected);
  }

  @Test
  void keepsTheBoundsOfTheEvent() {
    StringBuilder tags = new StringBuilder("k=" + "ä".repeat(150));
    tags.append(",").append("n".repeat(70)).append("=1");
    for (int i = 0; i < 40; i++) {
      tags.append(",t").append(i).append("=").append(i);
    }
    Attribution attribution =
        Attribution.of(
            headers(
                "X-Tokenledger-Tags", tags.toString(),
                "X-Tokenledger-User", "u".repeat(UsageLimits.MAX_ID + 1),
                "X-Tokenledger-Conversation", "c".repeat(UsageLimits.MAX_CONVERSATION_ID + 1),
                "X-Tokenledger-Activity", "a".repeat(UsageLimits.MAX_LABEL + 1),
                "X-Tokenledger-Feature", "no slug"),
            chat("{}"),
            OPEN);
    assertThat(attribution.metadata()).hasSize(UsageLimits.MAX_TAGS);
    assertThat(attribution.metadata().get("k").toString()).isEqualTo("ä".repeat(100));
    assertThat(attribution.userId()).isEmpty();
    assertThat(attribution.conversationId()).isEmpty();
    assertThat(attribution.activity().orElseThrow()).hasSize(UsageLimits.MAX_LABEL);
    assertThat(attribution.feature()).isEmpty();
    assertThat(attribution.truncated()).isEqualTo(1 + 1 + 9 + 1 + 1 + 1 + 1);
  }

  @Test
  void controlCharactersNeverPass() {
    Attribution attribution =
        Attribution.of(
            headers("X-Tokenledger-Tags", "{\"a\":\"x\\r\\nSet-Cookie: y\\u0000\\ud800\"}"),
            chat("{\"user\":\"u\\r\\n\\u2028v\",\"metadata\":{\"b\\n\":\"\\u0007c\"}}"),
            OPEN);
    assertThat(attribution.userId()).contains("uv");
    assertThat(attribution.metadata()).isEqualTo(Map.of("a", "xSet-Cookie: y", "b", "c"));
  }

  @Test
  void readsUtf8InHeaders() {
    String latin = new String("Zoë".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(Attribution.of(headers("X-Tokenledger-User", latin), chat("{}"), OPEN).userId())
        .contains("Zoë");
  }
}

package io.tokenledger.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  private static final String TOKEN = "tl_" + "a".repeat(43);

  private static MultiMap headers(String... namesAndValues) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  private static List<String> lines(MultiMap headers) {
    return headers.entries().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
  }

  private static MultiMap upstream(MultiMap fromClient) {
    return Headers.upstream(fromClient, Api.OPENAI, Optional.of("sk-up"), false, false);
  }

  @Test
  void whatIsNoneOfOursPassesInOrderAndWithRepeats() {
    MultiMap passed =
        upstream(
            headers(
                "User-Agent", "sdk",
                "anthropic-beta", "b1",
                "X-Stainless-Retry-Count", "0",
                "anthropic-beta", "b2",
                "Content-Type", "application/json",
                "content-length", "12",
                "x-claude-code-session-id", "s"));
    assertThat(lines(passed))
        .containsExactly(
            "User-Agent: sdk",
            "anthropic-beta: b1",
            "X-Stainless-Retry-Count: 0",
            "anthropic-beta: b2",
            "Content-Type: application/json",
            "content-length: 12",
            "x-claude-code-session-id: s",
            "accept-encoding: identity",
            "authorization: Bearer sk-up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Host",
        "Cookie",
        "Forwarded",
        "X-Forwarded-For",
        "Expect",
        "X-Api-Key",
        "Api-Key",
        "X-Goog-Api-Key",
        "X-Tokenledger-Token",
        "X-Tokenledger-Tags",
        "X-Tokenledger-Usage",
        "x-litellm-tags",
        "Helicone-Property-Team",
        "Helicone-Target-URL",
        "x-portkey-custom-host",
        "cf-aig-metadata",
        "CF-Connecting-IP",
        "X-TFY-METADATA",
        "OpenAI-Organization",
        "OpenAI-Project",
        "HTTP2-Settings",
        "X-HTTP-Method-Override",
        "X-Method-Override",
        "X-HTTP-Method",
        "X-Original-URL",
        "X-Rewrite-URL"
      })
  void theseStayHere(String name) {
    assertThat(upstream(headers(name, "x")).contains(name)).isFalse();
  }

  @Test
  void theConnectionNamesMore() {
    MultiMap passed =
        upstream(
            headers("Connection", "close, X-Secret", "x-secret", "1", "Connection", "Y", "y", "2"));
    assertThat(lines(passed))
        .containsExactly("accept-encoding: identity", "authorization: Bearer sk-up");
    MultiMap smuggled = upstream(headers("Connection", "authorization"));
    assertThat(smuggled.get("authorization")).isEqualTo("Bearer sk-up");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, authorization, Bearer sk-up",
    "OLLAMA, authorization, Bearer sk-up",
    "ANTHROPIC, x-api-key, sk-up",
    "AZURE, api-key, sk-up",
    "GEMINI, x-goog-api-key, sk-up"
  })
  void theUpstreamsKeyTakesThePlaceOfTheClients(Api api, String name, String value) {
    MultiMap client = headers("Authorization", "Bearer " + TOKEN, "x-api-key", TOKEN);
    MultiMap passed = Headers.upstream(client, api, Optional.of("sk-up"), false, false);
    assertThat(passed.getAll(name)).containsExactly(value);
    assertThat(lines(passed).toString()).doesNotContain(TOKEN);
    assertThat(lines(Headers.upstream(client, api, Optional.empty(), false, false)))
        .containsExactly("accept-encoding: identity");
  }

  @Test
  void aKeyOfTheClientsOwnGoesUpstreamAndOursDoesNot() {
    MultiMap client =
        headers(
            "X-Tokenledger-Token",
            TOKEN,
            "Authorization",
            "Bearer sk-ant-oat01-x",
            "x-api-key",
            TOKEN,
            "OpenAI-Organization",
            "org-1");
    assertThat(lines(Headers.upstream(client, Api.ANTHROPIC, Optional.of("sk-up"), true, false)))
        .containsExactly(
            "Authorization: Bearer sk-ant-oat01-x",
            "OpenAI-Organization: org-1",
            "accept-encoding: identity");
  }

  @Test
  void aChangedBodyHasAnotherLength() {
    MultiMap client = headers("Content-Length", "5", "Digest", "x");
    assertThat(lines(Headers.upstream(client, Api.OPENAI, Optional.empty(), false, true)))
        .containsExactly("accept-encoding: identity");
    MultiMap answer = headers("Content-Length", "5", "x-request-id", "r");
    assertThat(lines(Headers.toClient(answer, true))).containsExactly("x-request-id: r");
    assertThat(lines(Headers.toClient(answer, false)))
        .containsExactly("Content-Length: 5", "x-request-id: r");
  }

  @Test
  void answersKeepWhatSdksReadAndLoseWhatBelongsToTheConnection() {
    MultiMap answer =
        headers(
            "request-id", "r",
            "x-ratelimit-remaining-tokens", "1",
            "anthropic-ratelimit-tokens-limit", "2",
            "retry-after-ms", "3",
            "x-should-retry", "false",
            "Set-Cookie", "a",
            "Alt-Svc", "h3",
            "Strict-Transport-Security", "max-age=1",
            "Transfer-Encoding", "chunked",
            "Connection", "keep-alive",
            "X-Tokenledger-Event-Id", "spoofed");
    assertThat(lines(Headers.toClient(answer, false)))
        .containsExactly(
            "request-id: r",
            "x-ratelimit-remaining-tokens: 1",
            "anthropic-ratelimit-tokens-limit: 2",
            "retry-after-ms: 3",
            "x-should-retry: false");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer tl_x",
    "authorization, bearer  tl_x",
    "x-api-key, tl_x",
    "api-key, tl_x",
    "x-goog-api-key, tl_x"
  })
  void findsTheCallersKey(String name, String value) {
    assertThat(CallerSecret.of(headers(name, value), null))
        .contains(new CallerSecret("tl_x", false));
  }

  @Test
  void aTokenOfOursGoesBeforeOtherKeys() {
    MultiMap both = headers("Authorization", "Bearer dummy", "x-api-key", "tl_x");
    assertThat(CallerSecret.of(both, null)).contains(new CallerSecret("tl_x", false));
    MultiMap own = headers("Authorization", "Bearer sk-own", "X-Tokenledger-Token", "tl_y");
    assertThat(CallerSecret.of(own, null)).contains(new CallerSecret("tl_y", true));
    assertThat(CallerSecret.of(headers(), "alt=sse&key=tl_z"))
        .contains(new CallerSecret("tl_z", false));
    assertThat(CallerSecret.of(headers("Authorization", "Basic x"), "a=b")).isEmpty();
    assertThat(new CallerSecret("tl_x", false).toString()).doesNotContain("tl_x");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "alt=sse&key=tl_x, alt=sse",
        "key=tl_x, -",
        "%6bey=tl_x&alt=sse&a=%20b, alt=sse&a=%20b",
        "alt=sse&access_token=x&b, alt=sse&b",
        "monkey=1, monkey=1",
        "-, -"
      })
  void theQueryLosesTheKey(String query, String expected) {
    assertThat(Headers.upstreamQuery(query, false)).isEqualTo(expected);
    assertThat(Headers.upstreamQuery(query, true)).isEqualTo(query);
  }

  @Test
  void knowsWebSockets() {
    assertThat(Headers.asksForUpgrade(headers("Upgrade", "WebSocket"))).isTrue();
    assertThat(Headers.asksForUpgrade(headers("Upgrade", "h2c"))).isFalse();
  }
}

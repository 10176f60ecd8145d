package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.LogLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Answers come as the upstream gave them, and the ledger hears what it said they used. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class PumpIT extends GatewayTest {

  @ConfigProperty(name = "tokenledger.gateway.journal.directory")
  Path journalDirectory;

  private static final int STREAMS = 40;

  private static final String COMPLETION =
      "{\"id\":\"c1\",\"object\":\"chat.completion\",\"model\":\"gpt-x-2026\",\"choices\":[{\"message\":"
          + "{\"role\":\"assistant\",\"content\":\"Grüße\"}}],\"usage\":{\"prompt_tokens\":11,"
          + "\"completion_tokens\":7,\"total_tokens\":18}}";

  private static final String MESSAGES =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"m1","model":"claude-x","usage":{"input_tokens":25,"output_tokens":1}}}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":9}}

      event: message_stop
      data: {"type":"message_stop"}

      """;

  @Test
  void anAnswerIsTheUpstreamsToTheByte() {
    upstream.script(script, Script.json(COMPLETION).header("x-request-id", "req-1"));
    HttpResponse<byte[]> answer = chat(key, script, "gpt-x", false).send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(COMPLETION.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.headers().firstValue("x-request-id")).contains("req-1");
    assertThat(seen().uri()).isEqualTo("/v1/chat/completions");
    assertThat(seen().headers().get("authorization"))
        .isEqualTo("Bearer " + GatewayProfile.UPSTREAM_KEY);

    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("eventId").asText())
        .isEqualTo(answer.headers().firstValue("X-Tokenledger-Event-Id").orElseThrow());
    assertThat(event.path("rawUsage").findPath("prompt_tokens").asInt()).isEqualTo(11);
    assertThat(event.path("modelName").asText()).isEqualTo("gpt-x-2026");
    assertThat(event.path("provider").asText()).isEqualTo("openai");
    assertThat(event.path("success").asBoolean()).isTrue();
  }

  @Test
  void aStreamPassesEventByEventAndIsCounted() {
    Script events = Script.answer(200, "text/event-stream");
    for (int i = 0; i < MESSAGES.length(); i += 29) {
      events.then(1, MESSAGES.substring(i, Math.min(MESSAGES.length(), i + 29)));
    }
    upstream.script(script, events);
    HttpResponse<String> answer =
        GatewayCall.to("/v1/messages")
            .header("x-api-key", key)
            .header("anthropic-version", "2023-06-01")
            .script(script)
            .body("{\"model\":\"claude-x\",\"max_tokens\":9,\"stream\":true,\"messages\":[]}")
            .text();
    assertThat(answer.body()).isEqualTo(MESSAGES);
    assertThat(seen().headers().get("x-api-key")).isEqualTo(GatewayProfile.UPSTREAM_KEY);
    assertThat(seen().headers().get("anthropic-version")).isEqualTo("2023-06-01");

    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("rawUsage").toString()).contains("25").contains("9");
    assertThat(event.path("usageSource").asText("reported")).isEqualTo("reported");
    assertThat(event.path("provider").asText()).isEqualTo("anthropic");
  }

  @Test
  void whatComesCompressedStaysCompressedAndIsRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(COMPLETION.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    upstream.script(
        script,
        Script.answer(200, "application/json").header("content-encoding", "gzip").then(1, bytes));
    HttpResponse<byte[]> answer = chat(key, script, "gpt-x", false).send();
    assertThat(answer.body()).isEqualTo(bytes);
    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(Told.of(org, 1).get(0).path("rawUsage").findPath("total_tokens").asInt())
        .isEqualTo(18);
  }

  @Test
  void aSilentStreamGetsCommentsBetweenItsEvents() {
    String first = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
    upstream.script(
        script,
        Script.answer(200, "text/event-stream")
            .then(1, first)
            .then(1000, "data: {\"choices\":")
            .then(1000, "[]}\n\n")
            .then(1, "data: [DONE]\n\n"));
    String body = chat(key, script, "never-1", true).text().body();
    assertThat(body).contains(": keep-alive\n\n");
    assertThat(body.replace(": keep-alive\n\n", ""))
        .isEqualTo(first + "data: {\"choices\":[]}\n\ndata: [DONE]\n\n");
  }

  @Test
  void manyStreamsRunAtOnce() {
    upstream.script(
        script,
        Script.answer(200, "text/event-stream")
            .then(300, "data: {\"choices\":[]}\n\n")
            .then(300, "data: [DONE]\n\n"));
    ExecutorService clients = Executors.newFixedThreadPool(STREAMS);
    long begun = System.nanoTime();
    CompletableFuture<?>[] calls =
        IntStream.range(0, STREAMS)
            .mapToObj(i -> CompletableFuture.runAsync(this::streamOnce, clients))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(calls).join();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    clients.shutdown();
    assertThat(Told.of(org, STREAMS)).hasSize(STREAMS);
  }

  private void streamOnce() {
    assertThat(chat(key, script, "never-1", true).text().body()).endsWith("[DONE]\n\n");
  }

  @Test
  void aProvidersRefusalIsPassedOnAndBooked() {
    String refusal = "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"r\"}}";
    upstream.script(
        script, Script.answer(429, "application/json").header("retry-after", "7").then(refusal));
    HttpResponse<String> answer = chat(key, script, "gpt-x", false).text();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).isEqualTo(refusal);
    assertThat(answer.headers().firstValue("retry-after")).contains("7");
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("outputTokens").asInt()).isZero();
  }

  @Test
  void aModelIsCalledByTheNameOfItsUpstream() {
    upstream.script(script, Script.json(COMPLETION));
    chat(key, script, "mock/org/gpt-x", false).send();
    assertThat(seen().text())
        .isEqualTo(
            "{\"model\":\"org/gpt-x\",\"stream\":false,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
  }

  @Test
  void whatIsFreeIsNoEvent() {
    upstream.script(script, Script.json("{\"data\":[]}"));
    HttpResponse<String> answer =
        GatewayCall.to("/v1/models?limit=2")
            .method("GET")
            .header("authorization", "Bearer " + key)
            .script(script)
            .text();
    assertThat(answer.body()).isEqualTo("{\"data\":[]}");
    assertThat(answer.headers().firstValue("X-Tokenledger-Event-Id")).isEmpty();
    assertThat(seen().uri()).isEqualTo("/v1/models?limit=2");
    assertThat(seen().headers().contains("transfer-encoding")).isFalse();
    assertThat(Told.now(org)).isEmpty();
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() {
    upstream.script(
        script, Script.answer(302, "text/plain").header("location", "http://127.0.0.1:1/away"));
    assertThat(chat(key, script, "gpt-x", false).send().statusCode()).isEqualTo(302);
    assertThat(upstream.seen(script)).hasSize(1);
  }

  /**
   * Nor what was asked, anywhere but upstream: by a call that is refused, broken off and silent.
   */
  @Test
  void neitherKeysNorWordsAreSeenAnywhere() throws IOException {
    String secret = "word-" + UUID.randomUUID();
    upstream.script(script, Script.answer(401, "application/json").then("{\"error\":{}}"));
    upstream.script(script + "-broken", Script.brokenOff());
    StringBuilder seen = new StringBuilder();
    try (LogLines log = LogLines.all()) {
      for (String name : new String[] {script, script + "-broken"}) {
        HttpResponse<String> answer =
            chat(key, name, "gpt-x", false)
                .body("{\"model\":\"gpt-x\",\"messages\":[{\"content\":\"" + secret + "\"}]}")
                .text();
        seen.append(answer.headers().map()).append(answer.body());
      }
      Told.of(org, 2);
      seen.append(log.messages());
    }
    seen.append(Told.everything()).append(journal());
    assertThat(seen.toString())
        .contains(org)
        .doesNotContain(GatewayProfile.UPSTREAM_KEY)
        .doesNotContain(key)
        .doesNotContain(secret);
  }

  private String journal() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(journalDirectory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all.toString()).contains(org);
    return all.toString();
  }
}

package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.tokenledger.gateway.support.GatewayProcess;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.RawClient;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.ScriptedUpstream;
import io.tokenledger.gateway.support.Told;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM to a gateway that runs as its package is started, with calls open. */
class ShutdownIT extends GatewayTest {

  private static final String CHUNK =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n";
  private static final String USAGE =
      "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,"
          + "\"completion_tokens\":6,\"total_tokens\":11}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";

  private static final int STREAMS = 100;

  ShutdownIT() {
    super(ScriptedUpstream.another());
  }

  @Test
  void callsThatRunComeToTheirEndAndNewOnesAreRefused(@TempDir Path directory) throws Exception {
    try (GatewayProcess gateway =
        new GatewayProcess(directory, upstream, "shutdown-delay=1s", "shutdown-timeout=3s")) {
      gateway.start();
      RestAssured.port = gateway.port();
      upstream.script(script, tenChunks());
      upstream.script(script + "-hangs", Script.events(CHUNK).ending(End.HANG));
      upstream.script(script + "-quick", Script.json("{\"usage\":{\"total_tokens\":1}}"));
      try (RawClient stream = RawClient.chat(key, script, "gpt-x");
          RawClient hangs = RawClient.chat(key, script + "-hangs", "gpt-x")) {
        List<RawClient> many = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
          many.add(RawClient.chat(key, script, "gpt-x"));
        }
        stream.readUntil("word ");
        hangs.readUntil("word ");
        leaveAfterTheFirstChunk();
        gateway.terminate();
        await().atMost(Duration.ofSeconds(1)).until(() -> gateway.readiness() == 503);
        assertThat(chat(key, script + "-quick", "gpt-x", false).send().statusCode()).isEqualTo(200);
        await()
            .atMost(Duration.ofSeconds(3))
            .pollInterval(Duration.ofMillis(100))
            .untilAsserted(this::isRefused);
        assertThat(stream.readUntil("0\r\n\r\n")).contains("[DONE]").doesNotContain("error");
        for (RawClient one : many) {
          assertThat(one.readUntil("0\r\n\r\n")).contains("[DONE]").doesNotContain("error");
          one.close();
        }
        assertThat(hangs.readUntil("0\r\n\r\n")).contains("event: error", "is stopping");
      }
      assertThat(gateway.endsWithin(Duration.ofSeconds(10))).isTrue();
    }
    accountedFor(Told.of(org, STREAMS + 4));
  }

  private void isRefused() {
    HttpResponse<String> refused = chat(key, script + "-quick", "gpt-x", false).text();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("\"gateway_stopping\"");
    assertThat(refused.headers().firstValue("retry-after")).contains("1");
  }

  private static void accountedFor(List<JsonNode> events) {
    assertThat(events).filteredOn(event -> isReported(event, 11)).hasSize(STREAMS + 2);
    assertThat(events)
        .filteredOn(event -> event.path("errorMessage").asText().startsWith("gateway_stopped: "))
        .hasSize(1);
  }

  private static boolean isReported(JsonNode event, int tokens) {
    return event.path("usageSource").asText().equals("reported")
        && event.path("rawUsage").findPath("total_tokens").asInt() == tokens;
  }

  private void leaveAfterTheFirstChunk() throws IOException {
    try (RawClient client = RawClient.chat(key, script, "gpt-x")) {
      client.readUntil("word ");
    }
  }

  /** It ends when the gateway takes no calls any more. */
  private static Script tenChunks() {
    Script script = Script.answer(200, "text/event-stream");
    for (int i = 0; i < 10; i++) {
      script.then(250, CHUNK);
    }
    return script.then(1, USAGE).then(1, DONE);
  }
}

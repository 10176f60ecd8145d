package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.RawClient;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An upstream that is called by HTTP/2: many calls on one connection. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class Http2IT extends GatewayTest {

  private static final int STREAMS = 30;
  private static final String CHUNK =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n";
  private static final String USAGE =
      "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,"
          + "\"completion_tokens\":6,\"total_tokens\":11}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";

  @Test
  void callsAndStreamsShareAConnection() {
    upstream.script(
        script,
        Script.json("{\"model\":\"m\",\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}"));
    assertThat(chat(key, script, "h2-1", false).send().statusCode()).isEqualTo(200);
    upstream.script(script, Script.events(CHUNK, CHUNK, USAGE, DONE));
    IntStream.range(0, STREAMS).parallel().forEach(i -> streamOnce());
    assertThat(upstream.seen(script)).hasSize(STREAMS + 1);
    assertThat(upstream.seen(script)).allMatch(seen -> seen.version().equals("HTTP_2"));
    assertThat(upstream.seen(script).stream().map(seen -> seen.connection()).distinct())
        .hasSizeLessThan(STREAMS / 2);
    assertThat(Told.of(org, STREAMS + 1))
        .filteredOn(event -> event.path("rawUsage").findPath("total_tokens").asInt() == 11)
        .hasSize(STREAMS);
  }

  private void streamOnce() {
    String body = chat(key, script, "h2-1", true).text().body();
    assertThat(body.replace(": keep-alive\n\n", "")).isEqualTo(CHUNK + CHUNK + DONE);
  }

  /** The stream is ended, and the connection stays for the others. */
  @Test
  void oneThatIsBrokenOffLeavesTheOthersAlone() throws IOException {
    upstream.script(script, Script.events(CHUNK).ending(End.HANG));
    upstream.script(script + "-slow", Script.events(CHUNK).then(1500, USAGE).then(DONE));
    try (RawClient slow = RawClient.chat(key, script + "-slow", "h2-cancels-1")) {
      slow.readUntil("word ");
      try (RawClient leaves = RawClient.chat(key, script, "h2-cancels-1")) {
        leaves.readUntil("word ");
      }
      await().atMost(Duration.ofSeconds(2)).until(() -> seen().isReset());
      assertThat(slow.readUntil("0\r\n\r\n")).contains("[DONE]");
    }
    assertThat(Told.of(org, 2))
        .extracting(event -> event.path("usageSource").asText())
        .containsExactlyInAnyOrder("estimated", "reported");
  }

  @Test
  void anUpstreamThatResetsAStreamIsNotTakenForTheEnd() throws IOException {
    upstream.script(script, Script.events(CHUNK).ending(End.RESET_STREAM));
    try (RawClient client = RawClient.chat(key, script, "h2-1")) {
      assertThat(client.readToEnd()).contains("word ").doesNotEndWith("0\r\n\r\n");
    }
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("errorMessage").asText()).startsWith("upstream_broke: ");
  }
}

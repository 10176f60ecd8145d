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
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One side leaves, or stands still. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class DisconnectIT extends GatewayTest {

  private static final String CHUNK =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n";
  private static final String USAGE =
      "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,"
          + "\"completion_tokens\":6,\"total_tokens\":11}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";

  @Test
  void theAnswerOfAClientThatLeftIsReadToItsEnd() throws IOException {
    upstream.script(script, tenChunks());
    leaveAfterTheFirstChunk("gpt-x");
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("rawUsage").findPath("completion_tokens").asInt()).isEqualTo(6);
    assertThat(event.path("usageSource").asText("reported")).isEqualTo("reported");
    assertThat(seen().isClosed()).isFalse();
  }

  @Test
  void aClientThatLeavesBeforeTheFirstByteIsAccountedForToo() throws IOException {
    upstream.script(script, tenChunks().silentFor(500));
    RawClient client = RawClient.chat(key, script, "gpt-x");
    await().atMost(Duration.ofSeconds(5)).until(() -> !upstream.seen(script).isEmpty());
    client.close();
    assertThat(Told.of(org, 1).get(0).path("rawUsage").findPath("total_tokens").asInt())
        .isEqualTo(11);
  }

  @Test
  void whereCancelIsWantedTheUpstreamIsBrokenOff() throws IOException {
    upstream.script(script, tenChunks());
    leaveAfterTheFirstChunk("cancels-1");
    await().atMost(Duration.ofSeconds(2)).until(() -> seen().isClosed());
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("usageSource").asText()).isIn("estimated", "partial");
  }

  @Test
  void aDrainIsBoundedInTime() throws IOException {
    upstream.script(script, Script.events(CHUNK).ending(End.HANG));
    leaveAfterTheFirstChunk("gpt-x");
    await().atMost(Duration.ofSeconds(6)).until(() -> seen().isClosed());
    Told.of(org, 1);
  }

  @Test
  void aDrainIsBoundedInBytes() throws IOException {
    upstream.script(script, Script.flood(200L << 20));
    try (RawClient client = RawClient.chat(key, script, "gpt-x")) {
      client.readUntil("\r\n\r\n");
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> seen().isClosed());
    assertThat(seen().written()).isLessThan(100L << 20);
  }

  /** What the sockets hold is held; the upstream waits with the rest. */
  @Test
  void aSlowReaderHoldsTheUpstreamBack() throws IOException {
    long all = 64L << 20;
    upstream.script(script, Script.flood(all));
    try (RawClient client = RawClient.chat(key, script, "gpt-x")) {
      client.readUntil("\r\n\r\n");
      await()
          .during(Duration.ofMillis(800))
          .atMost(Duration.ofSeconds(5))
          .until(() -> seen().written() < all / 2);
      assertThat(client.drain()).isGreaterThanOrEqualTo(all);
    }
    assertThat(seen().written()).isEqualTo(all);
  }

  @Test
  void aClientThatStaysAndNeverReadsIsGone() throws IOException {
    upstream.script(script, Script.flood(200L << 20));
    try (RawClient client = RawClient.chat(key, script, "cancels-1")) {
      client.readUntil("\r\n\r\n");
      await().atMost(Duration.ofSeconds(6)).until(() -> seen().isClosed());
    }
    Told.of(org, 1);
  }

  @Test
  void anUpstreamThatBreaksOffIsNotTakenForTheEnd() throws IOException {
    upstream.script(script, Script.events(CHUNK, CHUNK).ending(End.RESET));
    try (RawClient client = RawClient.chat(key, script, "gpt-x")) {
      String all = client.readToEnd();
      assertThat(all).contains("word ").doesNotEndWith("0\r\n\r\n");
    }
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("success").asBoolean(true)).isFalse();
  }

  @Test
  void anUpstreamThatBreaksOffBeforeItAnswersIsARefusalAndAnEvent() {
    upstream.script(script, Script.brokenOff());
    HttpResponse<String> answer = chat(key, script, "gpt-x", false).text();
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
    Told.of(org, 1);
  }

  @Test
  void anUpstreamThatIsSilentIsGivenUp() {
    upstream.script(script, Script.json("{}").silentFor(3000));
    HttpResponse<String> answer = chat(key, script, "quick-1", false).text();
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).contains("upstream_timeout");
    assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
    assertThat(Told.of(org, 1).get(0).path("success").asBoolean(true)).isFalse();
  }

  private Script tenChunks() {
    Script script = Script.answer(200, "text/event-stream");
    for (int i = 0; i < 10; i++) {
      script.then(60, CHUNK);
    }
    return script.then(1, USAGE).then(1, DONE);
  }

  private void leaveAfterTheFirstChunk(String model) throws IOException {
    try (RawClient client = RawClient.chat(key, script, model)) {
      client.readUntil("word ");
    }
  }
}

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
import io.tokenledger.gateway.support.Keys;
import io.tokenledger.gateway.support.RawClient;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What is refused, in the form of the API, before anything goes out; and what hostile clients send.
 */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class RefusalIT extends GatewayTest {

  private static final long SLOW_MILLIS = 6000;
  private static final String STREAMED =
      "data: {\"model\":\"gpt-x\",\"choices\":[]}\n\ndata: [DONE]\n\n";

  @Test
  void withoutAKeyNothingPasses() {
    refused(GatewayCall.to("/v1/chat/completions").script(script).body("{}"), 401);
    refused(chat("tl_" + "A".repeat(43), script, "gpt-x", false), 401);
    refused(chat(TestApiTokens.token(org, "events:write"), script, "gpt-x", false), 401);
    HttpResponse<String> anthropic =
        GatewayCall.to("/v1/messages")
            .header("x-api-key", "sk-ant")
            .script(script)
            .body("{}")
            .text();
    JsonObject error = new JsonObject(anthropic.body());
    assertThat(error.getString("type")).isEqualTo("error");
    assertThat(error.getJsonObject("error").getString("type")).isEqualTo("authentication_error");
    assertThat(upstream.seen(script)).isEmpty();
  }

  @Test
  void aKeyCallsOnlyWhatItMay() {
    Keys.set(org, "models = '{good-1}', upstreams = '{mock}'");
    upstream.script(script, Script.json("{}"));
    refused(chat(key, script, "gpt-x", false), 403);
    refused(chat(key, script, "never-1", false), 403);
    refused(
        chat(key, script, "good-1", false)
            .body("{\"model\":\"good-1\",\"model\":\"gpt-x\",\"messages\":[]}"),
        403);
    refused(chat(key, script, "good-1", false).body("{\"messages\":[]}"), 403);
    assertThat(upstream.seen(script)).isEmpty();
    assertThat(chat(key, script, "good-1", false).send().statusCode()).isEqualTo(200);
    assertThat(chat(key, script, "mock/good-1", false).send().statusCode()).isEqualTo(200);
  }

  @Test
  void anUpstreamThatIsDownIsNoEvent() {
    JsonObject error = refused(chat(key, script, "down-1", false), 502);
    assertThat(error.getString("code")).isEqualTo("upstream_unavailable");
    assertThat(Told.now(org)).isEmpty();
  }

  @Test
  void whatCannotBeMeteredIsCountedOrRefused() {
    upstream.script(script, Script.json("{\"ok\":1}"));
    assertThat(to("/v1/something/new").text().body()).isEqualTo("{\"ok\":1}");
    refused(to("/v1beta/something:new"), 404);
    refused(to("/v1/realtime/client_secrets"), 403);
    refused(to("/v1/../v1/chat/completions"), 403);
    assertThat(Told.now(org)).isEmpty();
  }

  /** Its tokens come later, elsewhere: nobody would see them. */
  @Test
  void whatRunsInTheBackgroundAndCannotBeLookedForIsRefused() {
    for (String path : new String[] {"/v1/interactions", "/v1/responses/compact"}) {
      JsonObject error =
          refused(to(path).body("{\"model\":\"gpt-x\",\"back\\u0067round\":true}"), 403);
      assertThat(error.getString("code")).isEqualTo("not_metered");
      assertThat(error.getString("message")).contains("background");
    }
    refused(to("/v1/responses").body("{\"model\":\"gpt-x\",!\"background\":true}"), 400);
    assertThat(upstream.seen(script)).isEmpty();
  }

  @Test
  void aBodyOfUnknownLengthIsPassedOnAsItComes() throws IOException {
    upstream.script(script, Script.json("{}"));
    try (RawClient client = RawClient.connect()) {
      client.write(
          "POST /v1/files HTTP/1.1\r\nhost: g\r\nauthorization: Bearer %s\r\nx-script: %s\r\n"
                  .formatted(key, script)
              + "transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n");
      client.write("6\r\n world\r\n0\r\n\r\n");
      assertThat(client.readUntil("{}")).contains("200 OK");
    }
    assertThat(seen().text()).isEqualTo("hello world");
  }

  @Test
  void aBodyThatStandsStillIsEnded() throws IOException {
    try (RawClient client = RawClient.connect()) {
      client.write(post("content-length: 100") + "{\"model\":");
      assertThat(client.readToEnd()).contains(" 408 ");
    }
    assertThat(upstream.seen(script)).isEmpty();
  }

  /** A byte now and then would hold memory, and a place, for as long as it likes. */
  @Test
  void aBodyThatNeverComesToItsEndIsEnded() throws Exception {
    try (RawClient client = RawClient.connect()) {
      client.write(post("content-length: 100"));
      long begun = System.nanoTime();
      String answer = "";
      while (answer.isEmpty() && System.nanoTime() - begun < SLOW_MILLIS * 1_000_000) {
        client.write(" ");
        answer = client.readFor(Duration.ofMillis(200));
      }
      assertThat(answer).contains(" 408 ");
    }
    assertThat(upstream.seen(script)).isEmpty();
  }

  /** A server may understand what nobody here does, and then its answer would not be counted. */
  @Test
  void aBodyThatIsNotReadAsItMayBeUnderstoodIsRefused() {
    String chat = "{\"model\":\"gpt-x\",\"stream\":true,\"messages\":[]}";
    GatewayCall packed = chat(key, script, "gpt-x", true).header("content-encoding", "gzip");
    refused(packed.body("\u001f\u008b not json"), 400);
    refused(chat(key, script, "gpt-x", true).body(chat.replace("stream", "STREAM")), 400);
    refused(chat(key, script, "gpt-x", true).body(chat.replace("}", ",\"Model\":\"x\"}")), 400);
    refused(chat(key, script, "gpt-x", true).body(chat + chat), 400);
    assertThat(upstream.seen(script)).isEmpty();
  }

  @Test
  void aTypeOfTheBodyThatIsNotItsOwnHidesNothing() {
    upstream.script(script, Script.events(STREAMED));
    for (String type : new String[] {"multipart/form-data; boundary=b", "text/plain", "x/y;z"}) {
      GatewayCall call = to("/v1/chat/completions").header("content-type", type);
      call.body("{\"model\":\"gpt-x\",\"stream\":true,\"messages\":[]}").text();
    }
    assertThat(upstream.seen(script)).hasSize(3);
    assertThat(upstream.seen(script)).allMatch(seen -> seen.text().contains("include_usage"));
    assertThat(Told.of(org, 3)).allMatch(event -> event.path("modelName").asText().equals("gpt-x"));
  }

  @Test
  void requestsThatDoNotWaitForAnswersAreCountedEach() throws IOException {
    upstream.script(script, Script.json("{}"));
    String body = "{\"model\":\"gpt-x\"}";
    try (RawClient client = RawClient.connect()) {
      client.write((post("content-length: " + body.length()) + body).repeat(3));
      for (int i = 0; i < 3; i++) {
        client.readUntil("{}");
      }
      client.write(post("content-length: " + body.length()) + body);
    }
    assertThat(Told.of(org, 4)).hasSize(4);
    assertThat(upstream.seen(script)).hasSize(4);
  }

  /** What a tag says is the value of a field of an event, and never a line of anything. */
  @Test
  void tagsBreakNoLine() {
    upstream.script(script, Script.json("{}"));
    HttpResponse<byte[]> answer =
        chat(key, script, "gpt-x", false)
            .header("X-Tokenledger-Tags", "{\"storyId\":\"a\\r\\nx-forged: 1\"}")
            .header("X-Tokenledger-Conversation", "c%0d%0ax-forged: 1")
            .send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKey("x-forged");
    assertThat(seen().headers().contains("x-forged")).isFalse();
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("metadata").path("storyId").asText()).doesNotContain("\n");
    assertThat(event.path("conversationId").asText()).isEqualTo("c%0d%0ax-forged: 1");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String body = "{\"model\":\"gpt-x\",\"messages\":\"" + "x".repeat(1 << 20) + "\"}";
    refused(chat(key, script, "gpt-x", false).body(body), 413);
    assertThat(upstream.seen(script)).isEmpty();
  }

  /** Whoever reads such a request otherwise would see a second one in its body. */
  @Test
  void noRequestIsSmuggled() throws IOException {
    upstream.script(script, Script.json("{}"));
    String second =
        "POST /v1/chat/completions HTTP/1.1\r\nconnection: close\r\nx-script: smuggled\r\n\r\n";
    for (String framing :
        new String[] {
          "content-length: 4\r\ntransfer-encoding: chunked",
          "content-length: 4\r\ncontent-length: 5",
          "transfer-encoding: chunked\r\ntransfer-encoding: identity",
          "transfer-encoding: xchunked",
          "connection: content-length\r\ncontent-length: 4"
        }) {
      try (RawClient client = RawClient.connect()) {
        client.write(post(framing) + "0\r\n\r\n" + second);
        client.readToEnd();
      }
    }
    assertThat(upstream.seen("smuggled")).isEmpty();
    assertThat(upstream.seen(script))
        .allSatisfy(call -> assertThat(call.headers().contains("transfer-encoding")).isFalse());
  }

  @Test
  void headersOfTheConnectionAndOfOursStayHere() throws IOException {
    upstream.script(script, Script.json("{}"));
    try (RawClient client = RawClient.connect()) {
      client.write(
          post(
                  "connection: x-private, keep-alive\r\nx-private: 1\r\ncookie: c=1\r\n"
                      + "X-Tokenledger-User: ann\r\nHelicone-Target-URL: http://127.0.0.1:1\r\n"
                      + "x-portkey-custom-host: http://127.0.0.1:1\r\ncontent-length: 17")
              + "{\"model\":\"gpt-x\"}");
      client.readUntil("{}");
    }
    assertThat(seen().headers().names().toString().toLowerCase())
        .doesNotContain("x-private", "cookie", "x-tokenledger", "helicone", "portkey");
    assertThat(Told.of(org, 1).get(0).path("userId").asText()).isEqualTo("ann");
  }

  @Test
  void hugeHeadersAreRefused() throws IOException {
    try (RawClient client = RawClient.connect()) {
      client.write(post("x-huge: " + "h".repeat(100_000)) + "");
      assertThat(client.readToEnd()).contains(" 431 ");
    }
  }

  @Test
  void aKeyOfTheCallersOwnGoesUpstream() {
    upstream.script(script, Script.json("{}"));
    chat("sk-own", script, "gpt-x", false).header("X-Tokenledger-Token", key).send();
    assertThat(seen().headers().get("authorization")).isEqualTo("Bearer sk-own");
    assertThat(seen().headers().contains("x-tokenledger-token")).isFalse();
  }

  private GatewayCall to(String path) {
    return GatewayCall.to(path).header("authorization", "Bearer " + key).script(script).body("{}");
  }

  private String post(String headers) {
    return "POST /v1/chat/completions HTTP/1.1\r\nhost: g\r\nauthorization: Bearer %s\r\nx-script: %s\r\n%s\r\n\r\n"
        .formatted(key, script, headers);
  }

  private static JsonObject refused(GatewayCall call, int status) {
    HttpResponse<String> answer = call.text();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
    assertThat(error.getString("message")).isNotBlank();
    return error;
  }
}

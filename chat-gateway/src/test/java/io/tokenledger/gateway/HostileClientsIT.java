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
import io.tokenledger.gateway.support.RawClient;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What hostile clients send: to smuggle, to stand in the way, or to go uncounted. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class HostileClientsIT extends GatewayTest {

  private static final long SLOW_MILLIS = 6000;

  private static final String STREAMED =
      "data: {\"model\":\"gpt-x\",\"choices\":[]}\n\ndata: [DONE]\n\n";

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
    upstream.script(script, Script.json("{\"data\":[]}"));
    to("/v1/images/generations")
        .header("content-type", "multipart/form-data; boundary=b")
        .body("{\"model\":\"painter\",\"prompt\":\"x\",\"n\":3}")
        .text();
    assertThat(Told.of(org, 4).get(3).path("units").path("images").asInt()).isEqualTo(3);
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

  private String post(String headers) {
    return "POST /v1/chat/completions HTTP/1.1\r\nhost: g\r\nauthorization: Bearer %s\r\nx-script: %s\r\n%s\r\n\r\n"
        .formatted(key, script, headers);
  }
}

package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** What is refused, in the form of the API, before anything goes out. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class RefusalIT extends GatewayTest {

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
  void aBodyThatIsTooLargeIsRefused() {
    String body = "{\"model\":\"gpt-x\",\"messages\":\"" + "x".repeat(1 << 20) + "\"}";
    refused(chat(key, script, "gpt-x", false).body(body), 413);
    assertThat(upstream.seen(script)).isEmpty();
  }

  @Test
  void aKeyOfTheCallersOwnGoesUpstream() {
    upstream.script(script, Script.json("{}"));
    chat("sk-own", script, "gpt-x", false).header("X-Tokenledger-Token", key).send();
    assertThat(seen().headers().get("authorization")).isEqualTo("Bearer sk-own");
    assertThat(seen().headers().contains("x-tokenledger-token")).isFalse();
  }
}

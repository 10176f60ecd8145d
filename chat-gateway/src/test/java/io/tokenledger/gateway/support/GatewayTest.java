package io.tokenledger.gateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

/** What each test of the running gateway has: an org of its own, its key, and the upstream. */
public abstract class GatewayTest {

  protected final String org = "org-" + UUID.randomUUID();
  protected final String script = "script-" + UUID.randomUUID();
  protected final ScriptedUpstream upstream;
  protected final String key = Keys.forCalls(org);

  protected GatewayTest() {
    this(ScriptedUpstream.running());
  }

  /**
   * @param upstream of a gateway that is no part of this process
   */
  protected GatewayTest(ScriptedUpstream upstream) {
    this.upstream = upstream;
  }

  @BeforeAll
  static void directory() {
    Keys.migrate();
  }

  protected Seen seen() {
    return upstream.seen(script).get(0);
  }

  /** With the key, to the script. */
  protected GatewayCall to(String path) {
    return GatewayCall.to(path).header("authorization", "Bearer " + key).script(script).body("{}");
  }

  /** The error that OpenAI's SDKs show. */
  protected static JsonObject refused(GatewayCall call, int status) {
    HttpResponse<String> answer = call.text();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
    assertThat(error.getString("message")).isNotBlank();
    return error;
  }
}

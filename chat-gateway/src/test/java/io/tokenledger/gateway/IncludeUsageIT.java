package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usage of streams whose client did not ask for it. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class IncludeUsageIT extends GatewayTest {

  private static final String CHUNK =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"hi\"}}],\"usage\":null}\n\n";
  private static final String USAGE =
      "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,"
          + "\"completion_tokens\":6,\"total_tokens\":11}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";
  private static final String REFUSAL =
      "{\"error\":{\"message\":\"Extra inputs are not permitted: stream_options\"}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|true|false",
        "'\"stream_options\":{},'|true|false",
        "'\"stream_options\":null,'|true|false",
        "'\"stream_options\":{\"include_usage\":true},'|true|true",
        "'\"stream_options\":{\"include_usage\":false},'|true|false"
      })
  void itIsAskedForAndShownToWhoAsks(String options, boolean asked, boolean shown) {
    upstream.script(script, Script.events(CHUNK, USAGE, DONE));
    String body =
        chat(key, script, "gpt-x", true)
            .body("{\"model\":\"gpt-x\"," + options + "\"stream\":true,\"messages\":[]}")
            .text()
            .body();
    assertThat(seen().text().contains("\"include_usage\":true")).isEqualTo(asked);
    assertThat(body).isEqualTo(shown ? CHUNK + USAGE + DONE : CHUNK + DONE);
    assertThat(Told.of(org, 1).get(0).path("rawUsage").findPath("total_tokens").asInt())
        .isEqualTo(11);
  }

  @Test
  void whoDoesNotKnowItIsAskedOnceMoreAndThenNoMore() {
    String model = "m-" + UUID.randomUUID();
    Script refusal = Script.answer(422, "application/json").then(REFUSAL);
    upstream.script(script, Script.events(CHUNK, DONE).but("include_usage", refusal));
    for (int i = 0; i < 2; i++) {
      assertThat(chat(key, script, model, true).text().body()).isEqualTo(CHUNK + DONE);
    }
    assertThat(upstream.seen(script)).hasSize(3);
    assertThat(upstream.seen(script).get(0).text()).contains("include_usage");
    assertThat(upstream.seen(script).get(1).text()).doesNotContain("include_usage");
    assertThat(upstream.seen(script).get(2).text()).doesNotContain("include_usage");
    assertThat(Told.of(org, 2)).hasSize(2);
  }

  /** Who brings such a refusal about leaves neither others' calls uncounted nor its own. */
  @Test
  void aRefusalOfBothIsNotRemembered() {
    String model = "m-" + UUID.randomUUID();
    upstream.script(script, Script.answer(400, "application/json").then(REFUSAL));
    assertThat(chat(key, script, model, true).text().body()).isEqualTo(REFUSAL);
    assertThat(upstream.seen(script)).hasSize(2);
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("success").asBoolean(true)).isFalse();
    upstream.script(script, Script.events(CHUNK, USAGE, DONE));
    assertThat(chat(key, script, model, true).text().body()).isEqualTo(CHUNK + DONE);
    assertThat(upstream.seen(script).get(2).text()).contains("include_usage");
    Told.of(org, 2);
  }

  @Test
  void anotherRefusalIsPassedOnAsItIs() {
    String other = "{\"error\":{\"message\":\"temperature is out of range\"}}";
    upstream.script(script, Script.answer(400, "application/json").then(other));
    assertThat(chat(key, script, "gpt-x", true).text().body()).isEqualTo(other);
    assertThat(upstream.seen(script)).hasSize(1);
  }

  @Test
  void alwaysAndNeverAreWhatTheySay() {
    upstream.script(script, Script.answer(400, "application/json").then(REFUSAL));
    chat(key, script, "always-1", true).text();
    assertThat(upstream.seen(script)).hasSize(1);
    assertThat(seen().text()).contains("include_usage");
    chat(key, script, "never-1", true).text();
    assertThat(upstream.seen(script).get(1).text()).doesNotContain("include_usage");
  }
}

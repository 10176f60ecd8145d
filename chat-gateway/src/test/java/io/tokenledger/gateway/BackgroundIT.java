package io.tokenledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.Seen;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses in the background: one event, whoever sees them end, and however often. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class BackgroundIT extends GatewayTest {

  private static final String USAGE =
      "\"usage\":{\"input_tokens\":5,\"output_tokens\":6,\"total_tokens\":11}";

  private final String response = "resp_" + UUID.randomUUID().toString().replace("-", "");

  @BeforeEach
  void isQueued() {
    upstream.script(script, whole("queued", "\"usage\":null"));
  }

  @Test
  void howeverManyAskThereIsOneEvent() {
    String eventId = begin(key).headers().firstValue("x-tokenledger-event-id").orElseThrow();
    becomes("in_progress", "\"usage\":null");
    assertThat(get(key).body()).contains("in_progress");
    assertThat(Told.now(org)).isEmpty();
    becomes("completed", USAGE);
    IntStream.range(0, 30)
        .parallel()
        .forEach(i -> assertThat(get(key).statusCode()).isEqualTo(200));
    JsonNode event = theOnlyEvent();
    assertThat(event.path("eventId").asText()).isEqualTo(eventId);
    assertThat(event.path("revision").asInt()).isEqualTo(1);
    assertThat(event.path("messageId").asText()).isEqualTo(response);
    assertThat(event.path("usageSource").asText()).isEqualTo("reported");
    assertThat(event.path("rawUsage").findPath("total_tokens").asInt()).isEqualTo(11);
    assertThat(get(key).headers().firstValue("x-tokenledger-event-id")).contains(eventId);
  }

  @Test
  void whenNobodyAsksItIsLookedFor() {
    becomes("in_progress", "\"usage\":null");
    begin(key);
    await().atMost(Duration.ofSeconds(5)).until(() -> upstream.seen(response).size() > 1);
    becomes("completed", USAGE);
    JsonNode event = theOnlyEvent();
    assertThat(event.path("success").asBoolean(true)).isTrue();
    assertThat(event.has("durationMs")).isFalse();
    Seen look = upstream.seen(response).get(0);
    assertThat(look.uri()).isEqualTo("/v1/responses/" + response);
    assertThat(look.headers().get("authorization"))
        .isEqualTo("Bearer " + GatewayProfile.UPSTREAM_KEY);
  }

  /** The gateway keeps no key of a caller's: only the caller's own reads tell. */
  @Test
  void withAKeyOfTheCallersOwnOnlyTheCallerAsks() {
    becomes("completed", USAGE);
    create("sk-own").header("X-Tokenledger-Token", key).send();
    assertThat(Told.now(org)).isEmpty();
    at("", "sk-own").header("X-Tokenledger-Token", key).send();
    assertThat(theOnlyEvent().path("rawUsage").findPath("total_tokens").asInt()).isEqualTo(11);
    assertThat(upstream.seen(response))
        .allSatisfy(
            seen -> assertThat(seen.headers().get("authorization")).isEqualTo("Bearer sk-own"));
  }

  @Test
  void whatNobodySeesEndIsGivenUpAndWhatIsNotFoundToo() {
    upstream.script(response, Script.answer(404, "application/json").then("{\"error\":{}}"));
    create("sk-own").header("X-Tokenledger-Token", key).send();
    begin(Keys.forCalls("other-" + org));
    JsonNode forgotten = Told.of("other-" + org, 1).get(0);
    assertThat(forgotten.path("errorMessage").asText()).startsWith("forgotten: ");
    JsonNode event = theOnlyEvent();
    assertThat(event.path("errorMessage").asText()).startsWith("never_seen: ");
    assertThat(event.path("usageSource").asText()).isEqualTo("partial");
    assertThat(event.path("success").asBoolean(true)).isFalse();
  }

  @Test
  void aCancelledOneIsSaidToBe() {
    begin(key);
    upstream.script("cancel", whole("cancelled", "\"usage\":null"));
    at("/cancel", key).method("POST").send();
    JsonNode event = theOnlyEvent();
    assertThat(event.path("errorMessage").asText()).startsWith("cancelled: ");
    assertThat(event.path("usageSource").asText()).isEqualTo("partial");
  }

  @Test
  void itIsNoOtherOrgsBusiness() {
    becomes("in_progress", "\"usage\":null");
    create("sk-own").header("X-Tokenledger-Token", key).send();
    String other = Keys.forCalls("other-" + org);
    for (String method : List.of("GET", "DELETE")) {
      HttpResponse<String> answer = at("", other).method(method).text();
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("There is no such response.");
    }
    assertThat(at("/cancel", other).method("POST").send().statusCode()).isEqualTo(404);
    assertThat(upstream.seen(response)).isEmpty();
  }

  @Test
  void aStreamThatIsLeftIsResumedElsewhere() throws IOException {
    String created =
        "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"id\":\"%s\","
            + "\"model\":\"gpt-x\",\"status\":\"in_progress\",\"usage\":null}}\n\n";
    upstream.script(script, Script.events(created.formatted(response)).ending(End.HANG));
    becomes("in_progress", "\"usage\":null");
    String body = "{\"model\":\"gpt-x\",\"background\":true,\"stream\":true,\"input\":\"hi\"}";
    try (RawClient client = RawClient.connect()) {
      client.write(
          "POST /v1/responses HTTP/1.1\r\nhost: g\r\nauthorization: Bearer %s\r\nx-script: %s\r\n"
                  .formatted(key, script)
              + "content-length: %d\r\n\r\n%s".formatted(body.length(), body));
      client.readUntil(response);
    }
    String completed =
        "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"id\":"
            + "\"%s\",\"model\":\"gpt-x\",\"status\":\"completed\",%s}}\n\n";
    upstream.script(script, Script.events(completed.formatted(response, USAGE)));
    assertThat(at("?stream=true&starting_after=1", key).script(script).text().body())
        .contains("response.completed");
    assertThat(theOnlyEvent().path("rawUsage").findPath("total_tokens").asInt()).isEqualTo(11);
  }

  /** Its end is noted, and the gateway was killed before it told of it. */
  @Test
  void anEndThatWasNotedIsToldLater() {
    create("sk-own").header("X-Tokenledger-Token", key).send();
    String event = "{\"orgId\":\"" + org + "\",\"noted\":true}";
    Keys.execute(
        "UPDATE chat.pending_response SET event = '%s'::bytea WHERE org_id = '%s'"
            .formatted(event, org));
    assertThat(theOnlyEvent().path("noted").asBoolean()).isTrue();
    get(key);
    theOnlyEvent();
  }

  @Test
  void whatIsDeletedIsAskedForBefore() {
    begin(key);
    becomes("completed", USAGE);
    at("", key).method("DELETE").send();
    assertThat(theOnlyEvent().path("usageSource").asText()).isEqualTo("reported");
  }

  @Test
  void soManyOfAnOrgArePending() {
    becomes("in_progress", "\"usage\":null");
    assertThat(begin(key).statusCode()).isEqualTo(200);
    assertThat(begin(key).statusCode()).isEqualTo(200);
    assertThat(begin(key).statusCode()).isEqualTo(429);
    assertThat(begin(Keys.forCalls("other-" + org)).statusCode()).isEqualTo(200);
    assertThat(upstream.seen(script)).hasSize(3);
  }

  /** A server that knows no background answers at once; one that refuses has begun none. */
  @Test
  void whatIsNotBegunIsAnEventLikeAnother() {
    upstream.script(script, whole("completed", USAGE));
    assertThat(create(key).send().statusCode()).isEqualTo(200);
    assertThat(theOnlyEvent().path("rawUsage").findPath("total_tokens").asInt()).isEqualTo(11);
    String other = Keys.forCalls("other-" + org);
    upstream.script(script, Script.answer(400, "application/json").then("{\"error\":{}}"));
    for (int i = 0; i < 3; i++) {
      assertThat(create(other).send().statusCode()).isEqualTo(400);
    }
    assertThat(Told.of("other-" + org, 3))
        .noneMatch(event -> event.path("success").asBoolean(true));
  }

  private HttpResponse<byte[]> begin(String by) {
    return create(by).send();
  }

  private GatewayCall create(String by) {
    return GatewayCall.to("/v1/responses")
        .header("authorization", "Bearer " + by)
        .script(script)
        .body("{\"model\":\"gpt-x\",\"background\":true,\"input\":\"hi\"}");
  }

  private GatewayCall at(String rest, String by) {
    return GatewayCall.to("/v1/responses/" + response + rest)
        .header("authorization", "Bearer " + by)
        .method("GET");
  }

  private HttpResponse<String> get(String by) {
    return at("", by).text();
  }

  private void becomes(String status, String usage) {
    upstream.script(response, whole(status, usage));
  }

  private Script whole(String status, String usage) {
    return Script.json(
        "{\"id\":\"%s\",\"object\":\"response\",\"model\":\"gpt-x\",\"status\":\"%s\",%s}"
            .formatted(response, status, usage));
  }

  private JsonNode theOnlyEvent() {
    Told.of(org, 1);
    await()
        .during(Duration.ofMillis(400))
        .atMost(Duration.ofSeconds(5))
        .until(() -> Told.now(org).size() == 1);
    return Told.now(org).get(0);
  }
}

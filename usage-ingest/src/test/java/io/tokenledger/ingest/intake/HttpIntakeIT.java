package io.tokenledger.ingest.intake;

import static io.restassured.RestAssured.given;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/events}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class HttpIntakeIT {

  private final String org = "org-" + UUID.randomUUID();
  private final String gateway = TestTokens.token("gateway", Map.of(org, "admin"), "events:write");

  @Test
  void oneEventAndABatchAreAcknowledgedAndRecorded() {
    post(gateway, event(org, "one"))
        .statusCode(202)
        .header("Accept-Encoding", "gzip, zstd")
        .body("accepted", equalTo(1));
    post(gateway, "[" + event(org, "two") + "," + event(org, "two") + "]").statusCode(202);

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(usageOf(org)).hasSize(2));
  }

  @Test
  void eachRejectedEventIsNamed() {
    post(gateway, "[" + event(org, "good") + ",{\"eventId\":\"bad\",\"orgId\":\"x\"},7]")
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("rejected[0].index", equalTo(1))
        .body("rejected[0].eventId", equalTo("bad"))
        .body("rejected[0].code", equalTo("missing_field"))
        .body("rejected[0].detail", equalTo("provider is required"))
        .body("rejected[1].code", equalTo("not_an_object"));
    post(gateway, "{\"eventId\":\"bad\"}").statusCode(400).body("rejected.size()", equalTo(1));
  }

  @Test
  void aBodyThatIsNotJsonOrTooLargeIsAProblem() {
    post(gateway, "{nope")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid_body"))
        .body("detail", containsString("line 1"));
    post(gateway, "[]").statusCode(400);
    post(gateway, "[" + "1,".repeat(1000) + "1]").statusCode(400);
    post(gateway, "\"" + "x".repeat(5 * 1024 * 1024) + "\"")
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("too_large"))
        .body("detail", containsString("5120 KiB"));
  }

  /** Nobody knows how long it is before it ends. */
  @Test
  void aBodyInChunksThatIsTooLargeIsAProblemToo() throws IOException, InterruptedException {
    HttpResponse<String> answer = postInChunks("\"" + "x".repeat(7 * 1024 * 1024) + "\"");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("too_large");

    assertThat(postInChunks(event(org, "in chunks")).statusCode()).isEqualTo(202);
  }

  @Test
  void onlyTheOrgsOfTheTokenMayBeWritten() {
    String other = "other-" + org;
    post(gateway, event(other, "e")).statusCode(403).body("code", equalTo("forbidden"));
    post(gateway, "[" + event(other, "e") + "," + event(org, "mine") + "]")
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("rejected[0].code", equalTo("forbidden"));
    post(TestTokens.token("root", "superadmin"), event(other, "e")).statusCode(202);
    post(TestTokens.token("alice", Map.of(org, "owner")), event(org, "e")).statusCode(403);
    post("garbage", event(org, "e")).statusCode(401).contentType("application/problem+json");
    given()
        .contentType("application/json")
        .body(event(org, "e"))
        .post("/v1/events")
        .then()
        .statusCode(401);
  }

  @Test
  void withoutOrgsOnlyTheGroupForAnyOrgMayWrite() {
    post(TestTokens.token("gateway", "events:write"), event(org, "e")).statusCode(403);
    post(TestTokens.token("gateway", "events:write-any"), event(org, "e")).statusCode(202);
    post(TestTokens.token("gateway", Map.of(org, "admin")), event(org, "e")).statusCode(403);
  }

  /** The shapes that identity providers make of it when nobody told them ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {"[\"acme\"]", "\"acme\"", "7", "true", "{\"acme\":[\"admin\"]}", "{\"acme\":7}"})
  void aClaimOrgsThatIsNoObjectOfTextsRefusesTheToken(String orgs) {
    Map<String, Object> claims = claims(orgs, "events:write", "events:write-any");
    post(TestTokens.withClaims(claims), event(org, "e")).statusCode(401);

    claims.put("orgs", Map.of("acme", "admin"));
    post(TestTokens.withClaims(claims), event(org, "e")).statusCode(202);
  }

  /** The library takes it for an absent claim, which is for no org. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"%s\":null}"})
  void aClaimOrgsOfNothingIsForNoOrg(String orgs) {
    Map<String, Object> claims = claims(orgs.formatted(org), "events:write");
    post(TestTokens.withClaims(claims), event(org, "e")).statusCode(403);
  }

  private static Map<String, Object> claims(String orgs, String... groups) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new HashMap<>(new JsonObject("{\"orgs\":" + orgs + "}").getMap());
    claims.put("iss", "https://tokenledger.local");
    claims.put("aud", "tokenledger");
    claims.put("sub", "gateway");
    claims.put("groups", List.of(groups));
    claims.put("iat", now);
    claims.put("exp", now + 60);
    return claims;
  }

  private HttpResponse<String> postInChunks(String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/events"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + gateway)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static ValidatableResponse post(String token, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post("/v1/events")
        .then();
  }

  private static String event(String org, String id) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"OpenAI\",\"model\":\"gpt-4o\"}"
        .formatted(id, org);
  }
}

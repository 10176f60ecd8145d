package io.tokenledger.ingest.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/events} with an API token. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ApiTokenIntakeIT {

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void directory() {
    OtherSchemas.migrate();
  }

  @Test
  void itWritesEventsOfItsOrgOnly() {
    String token = TestApiTokens.token(org, "events:write");
    post(token, event(org)).statusCode(202).body("accepted", equalTo(1));
    post(token, event("other-" + org)).statusCode(403);
    post(token, "[" + event(org) + "," + event("other-" + org) + "]")
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("rejected[0].code", equalTo("forbidden"));
  }

  @Test
  void withoutTheScopeItWritesNothing() {
    String reader = TestApiTokens.token(org, "analytics:read", "analytics:export", "prices:read");
    post(reader, event(org)).statusCode(403);
    post("tl_" + "A".repeat(43), event(org)).statusCode(401);
  }

  @Test
  void itSeesNoDeadLetters() {
    String token = TestApiTokens.token(org, "events:write", "events:admin");
    given().auth().oauth2(token).get("/v1/dead-letters").then().statusCode(403);
  }

  @Test
  void aRevokedOneIsRefusedWithinFiveSeconds() {
    String token = TestApiTokens.token(org, "events:write");
    post(token, event(org)).statusCode(202);
    TestApiTokens.revoke(org);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> post(token, event(org)).statusCode(401));
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

  private static String event(String org) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"OpenAI\",\"model\":\"gpt-4o\"}"
        .formatted(UUID.randomUUID(), org);
  }
}

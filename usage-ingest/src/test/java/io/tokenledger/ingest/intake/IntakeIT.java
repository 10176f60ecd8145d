package io.tokenledger.ingest.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/intake}: what a superadmin sees of the intake. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class IntakeIT {

  private static final String ROOT = TestTokens.token("root", "superadmin");

  @Test
  void whatBecameOfEventsIsCounted() {
    JsonPath before = afterWhatOthersSent();
    String org = "intake-" + UUID.randomUUID();
    String event =
        "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\"}";
    String first = event.formatted("one", org);
    String body = "[" + first + "," + first + "," + event.formatted("two", org) + "]";
    given()
        .auth()
        .oauth2(ROOT)
        .contentType("application/json")
        .body(body)
        .post("/v1/events")
        .then()
        .statusCode(202);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonPath now = intake();
              assertThat(gained(before, now, "recorded")).isEqualTo(2);
              assertThat(gained(before, now, "duplicate")).isEqualTo(1);
              assertThat(now.getLong("lag")).isZero();
              assertThat(now.getDouble("eventsPerSecond")).isPositive();
            });
    assertThat(Instant.parse(intake().getString("since"))).isBefore(Instant.now());
  }

  @Test
  void itIsForOperators() {
    given()
        .auth()
        .oauth2(TestTokens.token("olga", "events:admin"))
        .get("/v1/intake")
        .then()
        .statusCode(200);
    given()
        .auth()
        .oauth2(TestTokens.token("ann", "events:write"))
        .get("/v1/intake")
        .then()
        .statusCode(403);
    given().get("/v1/intake").then().statusCode(401);
  }

  /** The counts are of everybody: what tests before this one sent may be yet to be recorded. */
  private static JsonPath afterWhatOthersSent() {
    AtomicReference<Object> last = new AtomicReference<>();
    return await()
        .atMost(Duration.ofSeconds(20))
        .during(Duration.ofSeconds(1))
        .until(
            IntakeIT::intake,
            now -> now.get("outcomes").equals(last.getAndSet(now.get("outcomes"))));
  }

  private static long gained(JsonPath before, JsonPath now, String outcome) {
    return now.getLong("outcomes." + outcome) - before.getLong("outcomes." + outcome);
  }

  private static JsonPath intake() {
    return given()
        .auth()
        .oauth2(ROOT)
        .get("/v1/intake")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}

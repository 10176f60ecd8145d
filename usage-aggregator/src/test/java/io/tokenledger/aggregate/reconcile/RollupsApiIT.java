package io.tokenledger.aggregate.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators' side of reconciliation. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RollupsApiIT {

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  @Test
  void aRebuildIsNotedAndWorkedOff() {
    String id =
        order("{\"from\":\"2026-04-01\",\"to\":\"2026-04-03\",\"orgId\":\"nobody\"}")
            .statusCode(202)
            .body("requestedBy", equalTo("operator"))
            .extract()
            .path("id");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var run =
                  as("rollups:admin").get("/v1/rollups/rebuilds/" + id).then().statusCode(200);
              assertThat(run.extract().<String>path("doneThrough")).isEqualTo("2026-04-03");
              assertThat(run.extract().<Object>path("finishedAt")).isNotNull();
            });
    as("rollups:admin").get("/v1/rollups/rebuilds").then().statusCode(200);
  }

  @Test
  void driftIsTold() {
    as("rollups:admin")
        .get("/v1/rollups/drift?from=2100-01-01&to=2100-01-02")
        .then()
        .statusCode(200)
        .body("driftNanos", equalTo(0), "drift.size()", equalTo(0), "from", equalTo("2100-01-01"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|from and to",
        "{\"from\":\"2026-04-01\"}|from and to",
        "{\"from\":\"2026-04-02\",\"to\":\"2026-04-01\"}|'to'",
        "{\"from\":\"yesterday\",\"to\":\"2026-04-01\"}|'from'",
        "{\"all\":true,\"to\":\"2026-04-01\"}|either",
        "{\"all\":true,\"orgId\":\"a\\u0000b\"}|'orgId'",
        "not json|not valid",
      })
  void whatIsMissingIsNamed(String body, String named) {
    order(body).statusCode(400).body("detail", containsString(named));
  }

  @Test
  void onlyOperatorsComeIn() {
    given().get("/v1/rollups/drift").then().statusCode(401);
    as("events:write").get("/v1/rollups/drift").then().statusCode(403);
    as("superadmin").get("/v1/rollups/rebuilds/" + UUID.randomUUID()).then().statusCode(404);
    as("superadmin").get("/v1/rollups/rebuilds?limit=0").then().statusCode(400);
    as("superadmin").get("/v1/rollups/drift?from=2020-01-01&to=2026-01-01").then().statusCode(400);
  }

  private static ValidatableResponse order(String body) {
    return as("rollups:admin")
        .contentType("application/json")
        .body(body)
        .post("/v1/rollups/rebuilds")
        .then();
  }

  private static RequestSpecification as(String scope) {
    return given().header("Authorization", "Bearer " + TestTokens.token("operator", scope));
  }
}

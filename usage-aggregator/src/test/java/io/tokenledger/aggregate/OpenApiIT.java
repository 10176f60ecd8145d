package io.tokenledger.aggregate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.api.ApiLint;
import io.tokenledger.service.testing.api.CommittedApi;
import org.junit.jupiter.api.Test;

/** The published description: whoever reads nothing else can call every endpoint. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  @Test
  void aBodyThatIsLargerThanAnyMayBeIsAProblem() {
    given()
        .contentType("application/json")
        .body(" ".repeat(256 * 1024 + 1))
        .post("/v1/rollups/rebuilds")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("too_large"));
  }

  @Test
  void everyOperationIsDescribedWithExamplesAndErrors() {
    ApiLint.assertClean();
  }

  @Test
  void theDashboardIsBuiltFromThisDescription() {
    CommittedApi.assertCurrent("usage-aggregator");
  }
}

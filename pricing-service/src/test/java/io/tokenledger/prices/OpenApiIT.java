package io.tokenledger.prices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.api.ApiLint;
import io.tokenledger.service.testing.api.CommittedApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published description: whoever reads nothing else can call every endpoint. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  @Test
  void itNamesThePathsAndTheScheme() throws IOException {
    JsonNode api = api();
    assertThat(api.at("/info/title").asText()).isEqualTo("Tokenledger pricing API");
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/components/securitySchemes/bearer/bearerFormat").asText()).isEqualTo("JWT");
    List<String> paths = new ArrayList<>();
    api.path("paths").fieldNames().forEachRemaining(paths::add);
    assertThat(paths)
        .contains(
            "/v1/prices",
            "/v1/prices/{provider}/{modelName}",
            "/v1/prices/{provider}/{modelName}/history",
            "/v1/aliases",
            "/v1/aliases/{provider}/{alias}",
            "/v1/orgs/{orgId}/price-factors",
            "/v1/price-changes",
            "/v1/price-book",
            "/v1/resolve");
    assertThat(given().redirects().follow(true).get("/docs/").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatIsLargerThanAnyMayBeIsAProblem() {
    given()
        .contentType("application/json")
        .body(" ".repeat(1024 * 1024 + 1))
        .put("/v1/prices/p/m")
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
    CommittedApi.assertCurrent("pricing-service");
  }

  private static JsonNode api() throws IOException {
    return new JsonMapper().readTree(given().get("/openapi?format=json").asString());
  }
}

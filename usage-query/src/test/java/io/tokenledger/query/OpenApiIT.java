package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The published description, and that every endpoint in it wants a token. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  @Test
  void everyEndpointIsDescribedAndGuarded() {
    JsonNode api = Api.get("/openapi?format=json", "").json();
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/components/securitySchemes/bearer/bearerFormat").asText()).isEqualTo("JWT");
    List<String> paths = new ArrayList<>();
    api.path("paths").fieldNames().forEachRemaining(paths::add);
    assertThat(paths)
        .containsExactlyInAnyOrder(
            "/orgs/{orgId}/analytics/usage",
            "/orgs/{orgId}/analytics/top-users",
            "/orgs/{orgId}/analytics/summary",
            "/orgs/{orgId}/analytics/timeline",
            "/orgs/{orgId}/analytics/breakdown",
            "/orgs/{orgId}/analytics/details",
            "/orgs/{orgId}/analytics/tags/{key}",
            "/orgs/{orgId}/analytics/tags/{key}/{value}",
            "/orgs/{orgId}/analytics/export",
            "/v1/organization/usage/completions",
            "/v1/organization/costs",
            "/orgs/{orgId}/conversations",
            "/me/usage",
            "/metrics-summary",
            "/orgs/{orgId}/users/{userId}/erase",
            "/conversations/{id}/usage");
    for (String path : paths) {
      String called = path.replaceAll("\\{\\w+}", "acme");
      api.path("paths")
          .path(path)
          .properties()
          .forEach(
              method -> {
                assertDescribed(method.getValue());
                assertThat(Api.call(method.getKey().toUpperCase(Locale.ROOT), called, "").status())
                    .as(path)
                    .isEqualTo(401);
              });
    }
  }

  @Test
  void theDescriptionIsForPeopleToo() {
    assertThat(Api.get("/docs/", "").status()).isEqualTo(200);
    assertThat(Api.get("/docs/", "").body()).contains("/openapi");
  }

  @Test
  void readinessIncludesTheDatabase() {
    String health = Api.management("/q/health/ready").body();
    assertThat(health).contains("\"UP\"").contains("\"database\"");
    assertThat(Api.management("/metrics").status()).isEqualTo(200);
  }

  @Test
  void anUnknownPathIsAProblemToo() {
    Api.Answer answer = Api.get("/orgs/acme/analytics/nothing", "");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("code").asText()).isEqualTo("not_found");
  }

  private static void assertDescribed(JsonNode operation) {
    assertThat(operation.path("summary").asText()).isNotEmpty();
    assertThat(operation.at("/security/0").has("bearer")).isTrue();
    for (String error : List.of("401", "503", "504")) {
      JsonNode content = operation.path("responses").path(error).path("content");
      assertThat(content.path("application/problem+json").path("example").path("code").asText())
          .as(error + " of " + operation)
          .isNotEmpty();
    }
    JsonNode answer = operation.at("/responses/200/content").elements().next();
    assertThat(answer.has("schema")).isTrue();
    assertThat(answer.has("example")).as("an example in " + operation).isTrue();
    for (JsonNode parameter : operation.path("parameters")) {
      assertThat(parameter.path("description").asText()).as(parameter.toString()).isNotEmpty();
    }
  }
}

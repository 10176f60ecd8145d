package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import io.tokenledger.service.testing.api.ApiLint;
import io.tokenledger.service.testing.api.CommittedApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The published description, and that every endpoint in it says so that wants a token. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  @Test
  void everyEndpointIsGuarded() {
    JsonNode api = Api.get("/openapi?format=json", "").json();
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/components/securitySchemes/bearer/bearerFormat").asText()).isEqualTo("JWT");
    List<String> paths = new ArrayList<>();
    api.path("paths").fieldNames().forEachRemaining(paths::add);
    for (String path : paths) {
      api.path("paths")
          .path(path)
          .properties()
          .forEach(
              method -> {
                String endpoint = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
                if (!AccessTable.lines().get(endpoint).letsIn(MatrixOrgs.NOBODY)) {
                  assertGuarded(method.getValue());
                }
              });
    }
  }

  @Test
  void theDocumentIsValidAndComplete() {
    ApiLint.assertClean();
  }

  @Test
  void theDashboardIsBuiltFromThisDescription() {
    CommittedApi.assertCurrent("usage-query");
  }

  @Test
  void theDescriptionIsForPeopleToo() {
    assertThat(Api.get("/docs/", "").status()).isEqualTo(200);
    assertThat(Api.get("/docs/", "").body()).contains("/openapi");
  }

  @Test
  void noOtherPageMayFrameIt() {
    Api.Answer docs = Api.get("/docs/", "");
    assertThat(docs.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
    assertThat(docs.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(docs.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void noBodyIsReadThatIsLargerThanAnyMayBe() {
    String large = " ".repeat(1_200_000);
    Api.Answer answer =
        Api.send("PUT", "/orgs/acme", TestTokens.token("root", "superadmin"), large);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo("too_large");
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

  private static void assertGuarded(JsonNode operation) {
    assertThat(operation.at("/security/0").has("bearer")).isTrue();
  }
}

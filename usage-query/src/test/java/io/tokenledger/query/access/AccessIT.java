package io.tokenledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every role, endpoint and org of contracts §2. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class AccessIT {

  private static final List<String> REPORTS =
      List.of(
          "usage",
          "top-users",
          "summary",
          "timeline",
          "breakdown?by=provider",
          "details",
          "tags/storyId?value=S-1",
          "tags/storyId/S-1",
          "export",
          "export?format=focus");

  private static final String ANALYTICS = "/orgs/access-acme/analytics/";

  @BeforeAll
  static void people() {
    TestLedger.migrate();
    for (String role : new String[] {"owner", "admin", "billing", "member"}) {
      TestLedger.member("access-acme", "access-" + role, role);
    }
    TestLedger.member("access-other", "access-stranger", "owner");
    LedgerRows.daily("access-acme", "2026-03-01", Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "owner, 200",
    "admin, 200",
    "billing, 200",
    "member, 403",
    "stranger, 403",
    "nobody, 403"
  })
  void analyticsAreForRolesThatMayReadThem(String who, int status) {
    String token = TestTokens.token("access-" + who);
    for (String report : REPORTS) {
      Api.Answer answer = Api.get(ANALYTICS + report, token);
      assertThat(answer.status()).as(report).isEqualTo(status);
      assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
      if (status == 403) {
        assertProblem(answer, "forbidden");
      }
    }
  }

  @ParameterizedTest
  @FieldSource("REPORTS")
  void anotherOrgIsClosedToEveryRoleAsIsOneThatDoesNotExist(String report) {
    for (String role : new String[] {"owner", "admin", "billing", "member"}) {
      String token = TestTokens.token("access-" + role);
      assertThat(Api.get("/orgs/access-other/analytics/" + report, token).status()).isEqualTo(403);
      assertThat(Api.get("/orgs/no-such-org/analytics/" + report, token).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @FieldSource("REPORTS")
  void aSuperadminSeesEveryOrg(String report) {
    String token = TestTokens.token("access-root", "superadmin");
    assertThat(Api.get(ANALYTICS + report, token).status()).isEqualTo(200);
    assertThat(Api.get("/orgs/no-such-org/analytics/" + report, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orgs/access-acme/analytics/usage",
        "/orgs/access-acme/analytics/top-users",
        "/orgs/access-acme/analytics/details",
        "/orgs/access-acme/conversations",
        "/me/usage",
        "/metrics-summary",
        "/orgs/bad%20org/analytics/usage",
        "/conversations/c/usage"
      })
  void whoIsNotSignedInIsToldSo(String path) {
    Api.Answer answer = Api.get(path, "");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertProblem(answer, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource({"owner, 200", "billing, 200", "member, 200", "stranger, 403", "nobody, 403"})
  void conversationsAreForMembers(String who, int status) {
    String token = TestTokens.token("access-" + who);
    assertThat(Api.get("/orgs/access-acme/conversations", token).status()).isEqualTo(status);
    assertThat(Api.get("/me/usage", token).status()).isEqualTo(200);
    assertThat(Api.get("/metrics-summary", token).status()).isEqualTo(403);
  }

  @Test
  void theClaimOrgsCountsForNothingWhereRolesComeFromTheDirectory() {
    String token = TestTokens.token("access-nobody", Map.of("access-acme", "owner"));
    assertThat(Api.get(ANALYTICS + "usage", token).status()).isEqualTo(403);
  }

  @Test
  void aServiceScopeOpensNoAnalytics() {
    String token = TestTokens.token("access-service", "events:write", "org:analytics:read");
    assertThat(Api.get(ANALYTICS + "usage", token).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bad%20org", "a,b", "%00", "access-acme%00", "%ED%A0%80", "a%2Fb", "%C3%BC"})
  void aMalformedOrgIsRefused(String orgId) {
    for (String token :
        new String[] {
          TestTokens.token("access-owner"), TestTokens.token("access-root", "superadmin")
        }) {
      Api.Answer answer = Api.get("/orgs/" + orgId + "/analytics/usage", token);
      assertThat(answer.status()).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("\"usage\"");
    }
  }

  private static void assertProblem(Api.Answer answer, String code) {
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }
}

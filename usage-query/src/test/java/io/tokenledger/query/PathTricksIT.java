package io.tokenledger.query;

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
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of a path opens what the plain one does not. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PathTricksIT {

  private static final String SECRET = "tricks-secret-model";

  @BeforeAll
  static void twoOrgs() {
    TestLedger.migrate();
    TestLedger.member("tricks-mine", "tricks-ann", "owner");
    TestLedger.member("tricks-theirs", "tricks-bob", "owner");
    LedgerRows.daily("tricks-theirs", "2026-03-01", Map.of("model_name", SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orgs/tricks-theirs/analytics/usage",
        "//orgs/tricks-theirs/analytics/usage",
        "/orgs//tricks-theirs/analytics/usage",
        "/orgs/tricks-theirs//analytics//usage",
        "/orgs/tricks-theirs;x/analytics/usage",
        "/orgs/tricks-theirs;x=1/analytics/usage;y",
        "/orgs;a/tricks-theirs/analytics;b/usage",
        "/orgs/tricks-mine%2F..%2Ftricks-theirs/analytics/usage",
        "/orgs/tricks-mine/../tricks-theirs/analytics/usage",
        "/orgs/tricks-mine/%2e%2e/tricks-theirs/analytics/usage",
        "/orgs/./tricks-theirs/./analytics/usage",
        "/orgs/tricks-theirs/analytics/usage/",
        "/orgs/tricks-theirs/analytics/usage/.",
        "/orgs/tricks-theirs/analytics/usage%2F",
        "/orgs%2Ftricks-theirs/analytics/usage",
        "/orgs/tricks-theirs%2Fanalytics/usage",
        "/ORGS/tricks-theirs/ANALYTICS/usage",
        "/orgs/tricks-theirs/analytics/Usage",
        "/orgs/Tricks-Theirs/analytics/usage",
        "/orgs/tricks-theirs/analytics/usage%00",
        "/orgs/tricks-theirs/analytics/usage%20",
        "/orgs/tricks-theirs/analytics/usage.json",
        "/orgs/tricks-theirs%5Canalytics/usage",
        "/orgs/%74ricks-theirs/analytics/usage"
      })
  void stayClosed(String path) {
    String query = "?from=2026-03-01&to=2026-03-01";
    for (String token :
        new String[] {"", "not-a-token", TestTokens.token("tricks-ann"), TestTokens.token("x")}) {
      for (String method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"}) {
        Api.Answer answer = Api.call(method, path + query, token);
        assertThat(answer.body()).as(method + " " + path).doesNotContain(SECRET);
        assertThat(answer.status()).isLessThan(500);
        if (!method.equals("OPTIONS")) {
          assertThat(answer.status()).as(method + " " + path).isGreaterThanOrEqualTo(400);
        }
      }
    }
  }

  @Test
  void anOrgElsewhereThanInItsPlaceCountsForNothing() {
    for (String path :
        List.of(
            "/orgs/tricks-mine/analytics/usage?orgId=tricks-theirs&",
            "/orgs/tricks-mine;tricks-theirs/analytics/usage?",
            "/orgs/tricks-mine;orgId=tricks-theirs/analytics/usage?")) {
      String day = "from=2026-03-01&to=2026-03-01";
      Api.Answer answer = Api.get(path + day, TestTokens.token("tricks-ann"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("usage")).isEmpty();
    }
  }

  @Test
  void headIsGuardedAsGetIs() {
    String path = "/orgs/tricks-theirs/analytics/usage";
    assertThat(Api.call("HEAD", path, "").status()).isEqualTo(401);
    assertThat(Api.call("HEAD", path, TestTokens.token("tricks-ann")).status()).isEqualTo(403);
    assertThat(Api.call("HEAD", path, TestTokens.token("tricks-bob")).status()).isEqualTo(200);
  }
}

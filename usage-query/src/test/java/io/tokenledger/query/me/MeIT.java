package io.tokenledger.query.me;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import io.tokenledger.service.testing.TestTokens;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code GET /me}: what a page shows of who is signed in, and what it lets them try. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class MeIT {

  @BeforeAll
  static void people() {
    TestLedger.migrate();
    TestLedger.member("me-zeta", "me-ann", "owner");
    TestLedger.member("me-acme", "me-ann", "billing");
    TestLedger.member("me-acme", "me-bob", "member");
    TestLedger.member("me-named", "me-cid", "member");
    TestLedger.execute("UPDATE access.org_member SET name = 'Cid' WHERE user_id = 'me-cid'");
    TestLedger.execute("UPDATE access.org SET time_zone = 'Asia/Tokyo' WHERE org_id = 'me-acme'");
  }

  @Test
  void oneIsToldOnesOrgsInTheirOrderAndWhatOneMayDoThere() {
    JsonNode me = me(TestTokens.token("me-ann"));
    assertThat(me.path("userId").asText()).isEqualTo("me-ann");
    assertThat(me.path("superadmin").asBoolean()).isFalse();
    assertThat(me.path("orgs").findValuesAsText("orgId")).containsExactly("me-acme", "me-zeta");
    assertThat(me.at("/orgs/0"))
        .isEqualTo(
            Api.json(
                "{\"orgId\":\"me-acme\",\"name\":\"me-acme\",\"role\":\"billing\","
                    + "\"permissions\":[\"org:analytics:read\",\"org:analytics:export\","
                    + "\"org:budgets:write\",\"org:read\",\"org:own:read\"],"
                    + "\"timeZone\":\"Asia/Tokyo\",\"currencyLabel\":\"USD\"}"));
    assertThat(me.at("/orgs/1/permissions")).hasSize(8);
  }

  @Test
  void aMemberReadsNoAnalytics() {
    assertThat(me(TestTokens.token("me-bob")).at("/orgs/0/permissions"))
        .isEqualTo(Api.json("[\"org:read\",\"org:own:read\"]"));
  }

  @Test
  void theNameIsTheTokensOrTheOneThatAnOrgGave() {
    assertThat(me(TestTokens.token("me-ann")).path("name").isNull()).isTrue();
    assertThat(me(TestTokens.token("me-cid")).path("name").asText()).isEqualTo("Cid");
    String told =
        TestTokens.withClaims(
            Map.of(
                "iss", "https://tokenledger.local",
                "aud", "tokenledger",
                "sub", "me-cid",
                "name", "Cid Highwind",
                "iat", Instant.now().getEpochSecond(),
                "exp", Instant.now().getEpochSecond() + 600));
    assertThat(me(told).path("name").asText()).isEqualTo("Cid Highwind");
  }

  @Test
  void aSuperadminHasEveryOrgAndNoRole() {
    JsonNode me = me(TestTokens.token("me-ann", "superadmin"));
    assertThat(me.path("superadmin").asBoolean()).isTrue();
    assertThat(me.path("orgs").findValuesAsText("orgId"))
        .contains("me-acme", "me-zeta", "me-named");
    assertThat(me.path("orgs"))
        .allSatisfy(
            org -> {
              assertThat(org.path("role").isNull()).isTrue();
              assertThat(org.path("permissions")).hasSize(8);
            });
  }

  @Test
  void whoIsInNoOrgIsToldSo() {
    assertThat(me(TestTokens.token("me-stranger")).path("orgs")).isEmpty();
  }

  @Test
  void anApiTokenHasItsOrgAndWhatItsScopesOpen() {
    JsonNode me = me(TestApiTokens.token("me-acme", "analytics:read"));
    assertThat(me.path("userId").asText()).startsWith("api-token:");
    assertThat(me.path("orgs").findValuesAsText("orgId")).containsExactly("me-acme");
    assertThat(me.at("/orgs/0/role").isNull()).isTrue();
    assertThat(me.at("/orgs/0/permissions"))
        .isEqualTo(Api.json("[\"org:analytics:read\",\"org:own:read\"]"));
  }

  private static JsonNode me(String token) {
    Api.Answer answer = Api.get("/me", token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}

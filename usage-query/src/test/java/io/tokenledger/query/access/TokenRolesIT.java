package io.tokenledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code tokenledger.access.roles-from=token}: the claim counts and the directory does not; and of
 * the groups those with the prefix.
 */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@TestProfile(TokenRolesIT.RolesFromToken.class)
class TokenRolesIT {

  private static final String USAGE = "/orgs/claim-acme/analytics/usage";

  public static class RolesFromToken implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tokenledger.access.roles-from", "token", "tokenledger.access.group-prefix", "ledger/");
    }
  }

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("claim-acme", "claim-listed", "owner");
    LedgerRows.conversation("claim-acme", "claim-talk", "claim-ann", Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "owner, 200",
    "admin, 200",
    "billing, 200",
    "member, 403",
    "OWNER, 403",
    "root, 403",
    "'', 403"
  })
  void theClaimSaysWhatOneMay(String role, int status) {
    String token = TestTokens.token("claim-ann", Map.of("claim-acme", role));
    assertThat(Api.get(USAGE, token).status()).isEqualTo(status);
    assertThat(Api.get("/orgs/claim-other/analytics/usage", token).status()).isEqualTo(403);
  }

  @Test
  void theDirectoryDoesNotCount() {
    assertThat(Api.get(USAGE, TestTokens.token("claim-listed")).status()).isEqualTo(403);
  }

  @Test
  void aGroupCountsByItsNameInTheLedgerOnly() {
    String foreign = TestTokens.token("claim-root", "superadmin", "other/superadmin");
    assertThat(Api.get(USAGE, foreign).status()).isEqualTo(403);
    String own = TestTokens.token("claim-root", "ledger/superadmin");
    assertThat(Api.get(USAGE, own).status()).isEqualTo(200);
    assertThat(Api.get("/platform/orgs", own).status()).isEqualTo(200);
    assertThat(Api.get("/platform/orgs", foreign).status()).isEqualTo(403);
  }

  @Test
  void aMemberByClaimSeesOwnConversations() {
    String path = "/conversations/claim-talk/usage";
    Map<String, String> member = Map.of("claim-acme", "member", "not, an org", "owner");
    assertThat(Api.get(path, TestTokens.token("claim-ann", member)).status()).isEqualTo(200);
    assertThat(Api.get(path, TestTokens.token("claim-bob", member)).status()).isEqualTo(404);
  }

  @Test
  void aClaimOfAnotherShapeRefusesTheToken() {
    long now = Instant.now().getEpochSecond();
    for (Object orgs : new Object[] {"acme", 7, List.of("a"), Map.of("claim-acme", 1)}) {
      Map<String, Object> claims =
          TestLedger.columns("iss", "https://tokenledger.local", "aud", "tokenledger");
      claims.putAll(TestLedger.columns("sub", "ann", "iat", now, "exp", now + 600, "orgs", orgs));
      assertThat(Api.get(USAGE, TestTokens.withClaims(claims)).status()).isEqualTo(401);
    }
  }
}

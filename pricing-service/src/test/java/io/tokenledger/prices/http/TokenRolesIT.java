package io.tokenledger.prices.http;

import static io.tokenledger.prices.support.PricesClient.OWNER;
import static io.tokenledger.prices.support.PricesClient.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tokenledger.access.roles-from=token}: the claim counts and the directory does not. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@TestProfile(TokenRolesIT.RolesFromToken.class)
class TokenRolesIT {

  private static final String CONTRACT = "{'orgId':'acme','rates':{'input':'1'}}";

  public static class RolesFromToken implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tokenledger.access.roles-from", "token");
    }
  }

  @ParameterizedTest
  @CsvSource({"owner, 201", "admin, 201", "billing, 403", "member, 403", "OWNER, 403"})
  void theClaimSaysWhatOneMay(String role, int status) {
    String token = TestTokens.token("claim-ann", Map.of("acme", role));
    assertThat(put(token, "claim/m", CONTRACT).statusCode()).isEqualTo(status);
  }

  @Test
  void theDirectoryDoesNotCount() {
    assertThat(put(OWNER, "claim/m", CONTRACT).statusCode()).isEqualTo(403);
  }
}

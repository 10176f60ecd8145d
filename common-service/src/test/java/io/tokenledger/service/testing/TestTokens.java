package io.tokenledger.service.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sign-in tokens that the service under test accepts, and some that it must not. */
public final class TestTokens {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private TestTokens() {}

  /** A token of a user with the given groups, such as {@code superadmin}. */
  public static String token(String sub, String... groups) {
    return token(sub, Map.of(), groups);
  }

  /** The same with roles by org id in the claim {@code orgs}. */
  public static String token(String sub, Map<String, String> orgRoles, String... groups) {
    return LedgerServers.signer().sign(sub, orgRoles, List.of(groups), LIFETIME);
  }

  /** Signed with the right key, whatever the claims say. */
  public static String withClaims(Map<String, Object> claims) {
    return LedgerServers.signer().sign(claims);
  }
}

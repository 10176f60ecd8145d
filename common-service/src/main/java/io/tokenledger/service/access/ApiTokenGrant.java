package io.tokenledger.service.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What an API token lets its bearer do.
 *
 * @param orgId the only org it counts for
 * @param expiresAt from then on it lets nobody do anything
 */
public record ApiTokenGrant(UUID tokenId, String orgId, Set<ApiScope> scopes, Instant expiresAt) {

  /** Begins the user id of every token; the directory has no user whose id begins so. */
  public static final String ACTOR_PREFIX = "api-token:";

  public ApiTokenGrant {
    scopes = Set.copyOf(scopes);
  }

  public boolean permits(String wantedOrg, OrgPermission permission) {
    return orgId.equals(wantedOrg) && scopes.stream().anyMatch(scope -> scope.permits(permission));
  }

  public boolean permits(String wantedOrg, ApiScope scope) {
    return orgId.equals(wantedOrg) && scopes.contains(scope);
  }

  /** How the token is named where a user would be. */
  String actor() {
    return ACTOR_PREFIX + tokenId;
  }
}

package io.tokenledger.service.access;

import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * An API token in the shape of a JWT, which is what callers are asked for. Of the groups that let
 * services act for every org it has {@code events:write} only, where each event's org is checked.
 */
final class ApiTokenPrincipal implements JsonWebToken {

  /** A JWT cannot forge it: what its claims hold is JSON, never an {@link ApiTokenGrant}. */
  static final String GRANT_CLAIM = "io.tokenledger.api-token";

  private static final Set<String> CLAIMS =
      Set.of(Claims.sub.name(), Claims.groups.name(), GRANT_CLAIM);

  private final ApiTokenGrant grant;

  ApiTokenPrincipal(ApiTokenGrant grant) {
    this.grant = grant;
  }

  @Override
  public String getName() {
    return grant.actor();
  }

  @Override
  public Set<String> getClaimNames() {
    return CLAIMS;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String claim) {
    return (T) valueOf(claim);
  }

  private Object valueOf(String claim) {
    if (claim.equals(GRANT_CLAIM)) {
      return grant;
    }
    if (claim.equals(Claims.sub.name())) {
      return grant.actor();
    }
    return claim.equals(Claims.groups.name()) ? groups() : null;
  }

  private Set<String> groups() {
    return grant.scopes().contains(ApiScope.EVENTS_WRITE) ? Set.of(Caller.EVENTS_WRITE) : Set.of();
  }
}

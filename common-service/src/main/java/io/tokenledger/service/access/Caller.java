package io.tokenledger.service.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, as their token says: {@code sub}, {@code groups} and {@code orgs} of contracts §2, or
 * the grant of an API token.
 */
@RequestScoped
public class Caller {

  public static final String SUPERADMIN = "superadmin";

  /** Sends events of the orgs of the claim {@code orgs}. */
  public static final String EVENTS_WRITE = "events:write";

  /** Sends events of any org. */
  public static final String EVENTS_WRITE_ANY = "events:write-any";

  public static final String ROLLUPS_ADMIN = "rollups:admin";

  /** Sees and replays the dead letters of every org. */
  public static final String EVENTS_ADMIN = "events:admin";

  /** Starts syncs with public price lists and sees what they did. */
  public static final String PRICES_SYNC = "prices:sync";

  private static final String NAME_CLAIM = "name";
  static final String ORGS_CLAIM = "orgs";

  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /** The user id; empty when nobody is signed in. */
  public String userId() {
    return token.getSubject() == null ? "" : token.getSubject();
  }

  /** What the token says the user is called; an identity provider may leave it out. */
  public Optional<String> name() {
    return token
        .claim(NAME_CLAIM)
        .filter(claim -> claim instanceof String || claim instanceof JsonString)
        .map(claim -> claim instanceof JsonString json ? json.getString() : claim.toString())
        .filter(name -> !name.isBlank());
  }

  public boolean isSuperadmin() {
    return groups().contains(SUPERADMIN);
  }

  public boolean hasScope(String scope) {
    return groups().contains(scope);
  }

  /** What may be done, when it is no person who calls but a machine with an API token. */
  public Optional<ApiTokenGrant> apiToken() {
    return token
        .claim(ApiTokenPrincipal.GRANT_CLAIM)
        .filter(ApiTokenGrant.class::isInstance)
        .map(ApiTokenGrant.class::cast);
  }

  /** Whether the caller may send events of the org. */
  public boolean mayWriteEventsOf(String orgId) {
    if (apiToken().isPresent()) {
      return apiToken().get().permits(orgId, ApiScope.EVENTS_WRITE);
    }
    return isSuperadmin()
        || hasScope(EVENTS_WRITE_ANY)
        || hasScope(EVENTS_WRITE)
            && orgRoles().filter(roles -> roles.containsKey(orgId)).isPresent();
  }

  /** Role by org id, where the token carries the claim {@code orgs}; an API token has none. */
  public Optional<Map<String, String>> orgRoles() {
    if (apiToken().isPresent()) {
      return Optional.of(Map.of());
    }
    return token
        .claim(ORGS_CLAIM)
        .filter(JsonObject.class::isInstance)
        .map(claim -> rolesFromClaim((JsonObject) claim));
  }

  private Set<String> groups() {
    return token.getGroups() == null ? Set.of() : token.getGroups();
  }

  private static Map<String, String> rolesFromClaim(JsonObject claim) {
    return claim.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof JsonString)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
  }
}

package io.tokenledger.service.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;

/**
 * Refuses a token whose {@code groups} are neither names nor one name, or whose {@code orgs} are no
 * object of texts, though its issuer is trusted: what was meant by them cannot be known. The
 * library would fail on some of them as on an error of its own, and let others pass. Of the groups
 * it leaves those that are the ledger's.
 */
@Alternative
@Priority(1)
@Singleton
class CheckedPrincipals extends JWTCallerPrincipalFactory {

  private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
  private final String groupPrefix;

  CheckedPrincipals(AccessConfig config) {
    this.groupPrefix = config.groupPrefix().orElse("");
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    try {
      JwtClaims claims = parser.parse(token, context).getJwtClaims();
      JWTCallerPrincipal principal = new DefaultJWTCallerPrincipal(claims);
      Set<?> groups = principal.getGroups();
      if (!groups.stream().allMatch(String.class::isInstance)) {
        throw new ParseException("The groups of the token are no names");
      }
      if (principal.containsClaim(Caller.ORGS_CLAIM)
          && !isObjectOfTexts(principal.getClaim(Caller.ORGS_CLAIM))) {
        throw new ParseException("The claim orgs of the token is no object of texts");
      }
      claims.setStringListClaim(Claims.groups.name(), ofTheLedger(principal.getGroups()));
      return principal;
    } catch (ClassCastException e) {
      throw new ParseException("A claim of the token is not of its type", e);
    }
  }

  /** As they are called here: an identity provider may have groups of the same names. */
  private List<String> ofTheLedger(Set<String> groups) {
    return groups.stream()
        .filter(group -> group.startsWith(groupPrefix))
        .map(group -> group.substring(groupPrefix.length()))
        .toList();
  }

  private static boolean isObjectOfTexts(Object claim) {
    return claim instanceof JsonObject roles
        && roles.values().stream().allMatch(JsonString.class::isInstance);
  }
}

package io.tokenledger.service.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;

/**
 * Refuses a token whose {@code groups} are neither names nor one name, or whose {@code orgs} are no
 * object of texts, though its issuer is trusted: what was meant by them cannot be known. The
 * library would fail on some of them as on an error of its own, and let others pass.
 */
@Alternative
@Priority(1)
@Singleton
class CheckedPrincipals extends DefaultJWTCallerPrincipalFactory {

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    try {
      JWTCallerPrincipal principal = super.parse(token, context);
      Set<?> groups = principal.getGroups();
      if (!groups.stream().allMatch(String.class::isInstance)) {
        throw new ParseException("The groups of the token are no names");
      }
      if (principal.containsClaim(Caller.ORGS_CLAIM)
          && !isObjectOfTexts(principal.getClaim(Caller.ORGS_CLAIM))) {
        throw new ParseException("The claim orgs of the token is no object of texts");
      }
      return principal;
    } catch (ClassCastException e) {
      throw new ParseException("A claim of the token is not of its type", e);
    }
  }

  private static boolean isObjectOfTexts(Object claim) {
    return claim instanceof JsonObject roles
        && roles.values().stream().allMatch(JsonString.class::isInstance);
  }
}

package io.tokenledger.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Checks tokens, and remembers for a moment those that were good: a caller asks several times, and
 * a signature takes longer to check than many an answer to read. A token past its expiry is not
 * found there; a key that the issuer has withdrawn may be trusted for that moment longer.
 *
 * <p>Refuses a token whose {@code groups} are neither names nor one name, though its issuer is
 * trusted: what was meant by them cannot be known. The library would fail on some of them as on an
 * error of its own, and let others pass.
 */
@Alternative
@Priority(1)
@Singleton
class CheckedPrincipals extends DefaultJWTCallerPrincipalFactory {

  private static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 5_000;

  private final Cache<String, JWTCallerPrincipal> good =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED_FOR).maximumSize(MOST_REMEMBERED).build();

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    JWTCallerPrincipal known = good.getIfPresent(token);
    if (known != null && Instant.now().getEpochSecond() < known.getExpirationTime()) {
      return known;
    }
    JWTCallerPrincipal checked = check(token, context);
    good.put(token, checked);
    return checked;
  }

  private JWTCallerPrincipal check(String token, JWTAuthContextInfo context) throws ParseException {
    try {
      JWTCallerPrincipal principal = super.parse(token, context);
      Set<?> groups = principal.getGroups();
      if (!groups.stream().allMatch(String.class::isInstance)) {
        throw new ParseException("The groups of the token are no names");
      }
      return principal;
    } catch (ClassCastException e) {
      throw new ParseException("A claim of the token is not of its type", e);
    }
  }
}

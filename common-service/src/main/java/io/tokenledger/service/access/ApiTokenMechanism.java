package io.tokenledger.service.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Lets an API token stand wherever a JWT may: {@code Authorization: Bearer tl_…}. As the password
 * of {@code Basic} it may, too, for clients that know no other way; what they call the user does
 * not count.
 */
@ApplicationScoped
class ApiTokenMechanism implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** Leaves every other token to the check of JWTs. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return secretIn(context)
        .map(ApiTokenRequest::new)
        .map(identities::authenticate)
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiTokenRequest.class);
  }

  /** Before the check of JWTs, which would refuse what is none. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }

  private static Optional<String> secretIn(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return credentials(header, BEARER)
        .or(() -> credentials(header, BASIC).flatMap(ApiTokenMechanism::password))
        .filter(token -> token.startsWith(ApiTokenSecret.PREFIX));
  }

  private static Optional<String> credentials(String header, String scheme) {
    return Optional.ofNullable(header)
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip());
  }

  /** What is not Base64 has none (RFC 7617). */
  private static Optional<String> password(String credentials) {
    try {
      byte[] pair = Base64.getDecoder().decode(credentials);
      String text = new String(pair, StandardCharsets.ISO_8859_1);
      return Optional.of(text.substring(text.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

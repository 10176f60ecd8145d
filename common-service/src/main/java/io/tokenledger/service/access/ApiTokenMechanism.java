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
import java.util.Optional;
import java.util.Set;

/** Lets an API token stand wherever a JWT may: {@code Authorization: Bearer tl_…}. */
@ApplicationScoped
class ApiTokenMechanism implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Bearer ";

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
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> token.startsWith(ApiTokenSecret.PREFIX));
  }
}

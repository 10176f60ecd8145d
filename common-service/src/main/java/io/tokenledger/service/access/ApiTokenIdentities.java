package io.tokenledger.service.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Turns an API token into an identity, or fails as a wrong JWT does. */
@ApplicationScoped
class ApiTokenIdentities implements IdentityProvider<ApiTokenRequest> {

  private final ApiTokenLookup tokens;

  ApiTokenIdentities(ApiTokenLookup tokens) {
    this.tokens = tokens;
  }

  @Override
  public Class<ApiTokenRequest> getRequestType() {
    return ApiTokenRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiTokenRequest request, AuthenticationRequestContext context) {
    return tokens.grantOf(request.secret()).map(ApiTokenIdentities::identityOf);
  }

  private static SecurityIdentity identityOf(Optional<ApiTokenGrant> grant) {
    ApiTokenPrincipal principal =
        new ApiTokenPrincipal(
            grant.orElseThrow(
                () -> new AuthenticationFailedException("No such API token is in force")));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(principal)
        .addRoles(principal.getGroups())
        .build();
  }
}

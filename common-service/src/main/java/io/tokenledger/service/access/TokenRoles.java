package io.tokenledger.service.access;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Roles as the claim {@code orgs} of the caller's token says. */
class TokenRoles implements Roles {

  private final Caller caller;

  TokenRoles(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Uni<Optional<OrgRole>> in(String orgId) {
    return everywhere().map(roles -> Optional.ofNullable(roles.get(orgId)));
  }

  @Override
  public Uni<Map<String, OrgRole>> everywhere() {
    Map<String, OrgRole> roles = new HashMap<>();
    caller
        .orgRoles()
        .orElse(Map.of())
        .forEach((org, code) -> OrgRole.ofCode(code).ifPresent(role -> roles.put(org, role)));
    return Uni.createFrom().item(roles);
  }
}

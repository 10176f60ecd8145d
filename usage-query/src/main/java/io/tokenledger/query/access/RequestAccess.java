package io.tokenledger.query.access;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.Actor;
import io.tokenledger.query.CallerAccess;
import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.access.Roles;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the caller may see, found out once per request and kept for it. */
@RequestScoped
class RequestAccess implements CallerAccess {

  private final Caller caller;
  private final Roles roles;
  private Optional<AccessScope> granted = Optional.empty();
  private boolean owner;

  RequestAccess(Caller caller, Roles roles) {
    this.caller = caller;
    this.roles = roles;
  }

  /** Lets the caller into the org, or not; an org that does not exist is like any stranger's. */
  Uni<Boolean> grant(String orgId, OrgPermission permission) {
    if (!AccessScope.isOrgId(orgId)) {
      throw ApiException.invalidParameter(
          "orgId", "must be 1-128 of the characters A-Z a-z 0-9 . _ : -");
    }
    if (caller.apiToken().isPresent()) {
      boolean permitted = caller.apiToken().get().permits(orgId, permission);
      return Uni.createFrom().item(entered(orgId, permitted));
    }
    if (caller.isSuperadmin()) {
      return Uni.createFrom().item(entered(orgId, true));
    }
    return roles.in(orgId).map(role -> entered(orgId, role, permission));
  }

  @Override
  public AccessScope granted() {
    return granted.orElseThrow(() -> new IllegalStateException("No permission was checked"));
  }

  @Override
  public Actor actor() {
    granted();
    return new Actor(caller.userId(), caller.isSuperadmin(), owner);
  }

  @Override
  public Uni<AccessScope> everywhere() {
    if (caller.apiToken().isPresent()) {
      return Uni.createFrom().item(scopeOf(caller.apiToken().get()));
    }
    return caller.isSuperadmin()
        ? Uni.createFrom().item(AccessScope.ofEveryOrg())
        : roles.everywhere().map(this::scopeOf);
  }

  private boolean entered(String orgId, Optional<OrgRole> role, OrgPermission permission) {
    owner = role.filter(OrgRole.OWNER::equals).isPresent();
    return entered(orgId, role.filter(has(permission)).isPresent());
  }

  private boolean entered(String orgId, boolean permitted) {
    granted = permitted ? Optional.of(AccessScope.ofWholeOrgs(Set.of(orgId))) : Optional.empty();
    return permitted;
  }

  private static AccessScope scopeOf(ApiTokenGrant token) {
    return token.permits(token.orgId(), OrgPermission.ANALYTICS_READ)
        ? AccessScope.ofWholeOrgs(Set.of(token.orgId()))
        : AccessScope.ofWholeOrgs(Set.of());
  }

  private AccessScope scopeOf(Map<String, OrgRole> roleByOrg) {
    Predicate<OrgRole> seesAll = has(OrgPermission.ANALYTICS_READ);
    return new AccessScope(
        false,
        orgsWhere(roleByOrg, seesAll),
        orgsWhere(roleByOrg, seesAll.negate()),
        caller.userId());
  }

  private static Set<String> orgsWhere(Map<String, OrgRole> roleByOrg, Predicate<OrgRole> wanted) {
    return roleByOrg.entrySet().stream()
        .filter(entry -> AccessScope.isOrgId(entry.getKey()) && wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Predicate<OrgRole> has(OrgPermission permission) {
    return role -> role.permits(permission);
  }
}

package io.tokenledger.query.access;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.CallerAccess;
import io.tokenledger.query.OrgPermission;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.access.CheckFailure;
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
  private final CheckFailure failure;
  private Optional<AccessScope> granted = Optional.empty();

  RequestAccess(Caller caller, Roles roles, CheckFailure failure) {
    this.caller = caller;
    this.roles = roles;
    this.failure = failure;
  }

  /** Lets the caller into the org, or not; an org that does not exist is like any stranger's. */
  Uni<Boolean> grant(String orgId, OrgPermission permission) {
    return checked(orgId, permission).onFailure().invoke(failure::note);
  }

  private Uni<Boolean> checked(String orgId, OrgPermission permission) {
    if (!AccessScope.isOrgId(orgId)) {
      return Uni.createFrom()
          .failure(
              ApiException.invalidParameter(
                  "orgId", "must be 1-128 of the characters A-Z a-z 0-9 . _ : -"));
    }
    if (caller.isSuperadmin()) {
      return Uni.createFrom().item(entered(Optional.of(AccessScope.ofWholeOrgs(Set.of(orgId)))));
    }
    return roles
        .in(orgId)
        .map(role -> role.filter(has(permission)).map(held -> scopeOf(Map.of(orgId, held))))
        .map(this::entered);
  }

  @Override
  public AccessScope granted() {
    return granted.orElseThrow(() -> new IllegalStateException("No permission was checked"));
  }

  @Override
  public Uni<AccessScope> everywhere() {
    return caller.isSuperadmin()
        ? Uni.createFrom().item(AccessScope.ofEveryOrg())
        : roles.everywhere().map(this::scopeOf);
  }

  @Override
  public Uni<AccessScope> own() {
    return roles
        .everywhere()
        .map(found -> AccessScope.ofOwnRows(orgsWhere(found, role -> true), caller.userId()));
  }

  private boolean entered(Optional<AccessScope> permitted) {
    granted = permitted;
    return permitted.isPresent();
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

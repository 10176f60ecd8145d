package io.tokenledger.query.access;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.OrgIds;
import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.access.Roles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the caller of the current request may see, found out once per request and kept for it. */
@RequestScoped
public class CallerAccess {

  private final Caller caller;
  private final Roles roles;
  private Optional<AccessScope> granted = Optional.empty();
  private boolean owner;

  CallerAccess(Caller caller, Roles roles) {
    this.caller = caller;
    this.roles = roles;
  }

  /**
   * Lets the caller into the org, or not; an org that does not exist is like any stranger's.
   *
   * @param orgId as {@link OrgIds#isOrgId} wants it
   */
  public Uni<Boolean> grant(String orgId, OrgPermission permission) {
    if (caller.apiToken().isPresent()) {
      Optional<ApiTokenGrant> permitted =
          caller.apiToken().filter(token -> token.permits(orgId, permission));
      return Uni.createFrom()
          .item(entered(permitted.map(token -> AccessScope.ofWholeOrgs(Set.of(orgId)))));
    }
    if (caller.isSuperadmin()) {
      return Uni.createFrom().item(entered(Optional.of(AccessScope.ofWholeOrgs(Set.of(orgId)))));
    }
    return roles.in(orgId).map(role -> entered(orgId, role, permission));
  }

  /**
   * The org the permission check of this endpoint let the caller into.
   *
   * @throws IllegalStateException when the endpoint has no such check, so that forgetting it cannot
   *     open an org
   */
  public AccessScope granted() {
    return granted.orElseThrow(() -> new IllegalStateException("No permission was checked"));
  }

  /**
   * The caller as one who changes the org of {@link #granted()}.
   *
   * @throws IllegalStateException as {@link #granted()}
   */
  public Actor actor() {
    granted();
    return new Actor(caller.userId(), caller.isSuperadmin(), owner);
  }

  /** Everything the caller may see, across orgs: for what is not addressed by an org. */
  public Uni<AccessScope> everywhere() {
    if (caller.apiToken().isPresent()) {
      return Uni.createFrom().item(scopeOf(caller.apiToken().get()));
    }
    return caller.isSuperadmin()
        ? Uni.createFrom().item(AccessScope.ofEveryOrg())
        : roles.everywhere().map(this::scopeOf);
  }

  /** The caller's own rows in every org they are a member of, whatever else they may see. */
  public Uni<AccessScope> own() {
    return roles
        .everywhere()
        .map(found -> AccessScope.ofOwnRows(orgsWhere(found, role -> true), caller.userId()));
  }

  /** Who the caller is, and what their role is in every org of theirs. */
  public Uni<CallerIdentity> identity() {
    return roles
        .everywhere()
        .map(
            found ->
                new CallerIdentity(
                    caller.userId(),
                    caller.name(),
                    caller.isSuperadmin(),
                    inValidOrgs(found),
                    caller.apiToken()));
  }

  private boolean entered(String orgId, Optional<OrgRole> role, OrgPermission permission) {
    owner = role.filter(OrgRole.OWNER::equals).isPresent();
    return entered(role.filter(has(permission)).map(held -> scopeOf(orgId, held, permission)));
  }

  private boolean entered(Optional<AccessScope> permitted) {
    granted = permitted;
    return permitted.isPresent();
  }

  /** What is permitted is permitted for the whole org, save what one may see of oneself. */
  private AccessScope scopeOf(String orgId, OrgRole role, OrgPermission permission) {
    return permission == OrgPermission.OWN_READ
        ? scopeOf(Map.of(orgId, role))
        : AccessScope.ofWholeOrgs(Set.of(orgId));
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
    return inValidOrgs(roleByOrg).entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** A token may claim roles in what is no org. */
  private static Map<String, OrgRole> inValidOrgs(Map<String, OrgRole> roleByOrg) {
    return roleByOrg.entrySet().stream()
        .filter(entry -> OrgIds.isOrgId(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Predicate<OrgRole> has(OrgPermission permission) {
    return role -> role.permits(permission);
  }
}

package io.tokenledger.query.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.access.OrgPermission;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers {@code @PermissionsAllowed} of the endpoints for the org their path names. */
@ApplicationScoped
class PermissionChecks {

  private final RequestAccess access;

  PermissionChecks(RequestAccess access) {
    this.access = access;
  }

  @PermissionChecker(OrgPermission.Names.ANALYTICS_READ)
  Uni<Boolean> mayReadAnalytics(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.ANALYTICS_READ);
  }

  @PermissionChecker(OrgPermission.Names.ANALYTICS_EXPORT)
  Uni<Boolean> mayExportAnalytics(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.ANALYTICS_EXPORT);
  }

  @PermissionChecker(OrgPermission.Names.OWN_READ)
  Uni<Boolean> mayReadOwn(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.OWN_READ);
  }

  @PermissionChecker(OrgPermission.Names.MEMBERS_WRITE)
  Uni<Boolean> mayWriteMembers(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.MEMBERS_WRITE);
  }

  @PermissionChecker(OrgPermission.Names.BUDGETS_WRITE)
  Uni<Boolean> mayWriteBudgets(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.BUDGETS_WRITE);
  }

  @PermissionChecker(OrgPermission.Names.READ)
  Uni<Boolean> mayRead(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.READ);
  }

  @PermissionChecker(OrgPermission.Names.ADMINISTER)
  Uni<Boolean> mayAdminister(SecurityIdentity identity, String orgId) {
    return access.grant(orgId, OrgPermission.ADMINISTER);
  }
}

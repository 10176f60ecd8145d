package io.tokenledger.query.access.http;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.OrgIds;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.service.access.CheckFailure;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers {@code @PermissionsAllowed} of the endpoints for the org their path names. */
@ApplicationScoped
class PermissionChecks {

  private final CallerAccess access;
  private final CheckFailure failure;

  PermissionChecks(CallerAccess access, CheckFailure failure) {
    this.access = access;
    this.failure = failure;
  }

  @PermissionChecker(OrgPermission.Names.ANALYTICS_READ)
  Uni<Boolean> mayReadAnalytics(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.ANALYTICS_READ);
  }

  @PermissionChecker(OrgPermission.Names.ANALYTICS_EXPORT)
  Uni<Boolean> mayExportAnalytics(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.ANALYTICS_EXPORT);
  }

  @PermissionChecker(OrgPermission.Names.OWN_READ)
  Uni<Boolean> mayReadOwn(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.OWN_READ);
  }

  @PermissionChecker(OrgPermission.Names.MEMBERS_WRITE)
  Uni<Boolean> mayWriteMembers(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.MEMBERS_WRITE);
  }

  @PermissionChecker(OrgPermission.Names.BUDGETS_WRITE)
  Uni<Boolean> mayWriteBudgets(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.BUDGETS_WRITE);
  }

  @PermissionChecker(OrgPermission.Names.READ)
  Uni<Boolean> mayRead(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.READ);
  }

  @PermissionChecker(OrgPermission.Names.ADMINISTER)
  Uni<Boolean> mayAdminister(SecurityIdentity identity, String orgId) {
    return grant(orgId, OrgPermission.ADMINISTER);
  }

  private Uni<Boolean> grant(String orgId, OrgPermission permission) {
    return granted(orgId, permission).onFailure().invoke(failure::note);
  }

  private Uni<Boolean> granted(String orgId, OrgPermission permission) {
    return OrgIds.isOrgId(orgId)
        ? access.grant(orgId, permission)
        : Uni.createFrom()
            .failure(
                ApiException.invalidParameter(
                    "orgId", "must be 1-128 of the characters A-Z a-z 0-9 . _ : -"));
  }
}

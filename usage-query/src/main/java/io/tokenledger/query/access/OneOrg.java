package io.tokenledger.query.access;

import io.tokenledger.events.OrgIds;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import java.util.Optional;
import java.util.Set;

/** Finds the org of a request that names none in its path. */
public final class OneOrg {

  private OneOrg() {}

  /**
   * The scope of the one org whose analytics the caller may read; absent when there are several and
   * none is named.
   *
   * @param wanted which of several; may be empty
   */
  public static Optional<AccessScope> of(AccessScope everywhere, String wanted) {
    if (!wanted.isEmpty()) {
      return Optional.of(named(everywhere, wanted));
    }
    if (everywhere.everyOrg() || everywhere.wholeOrgs().size() > 1) {
      return Optional.empty();
    }
    if (everywhere.wholeOrgs().isEmpty()) {
      throw notPermitted();
    }
    return Optional.of(AccessScope.ofWholeOrgs(everywhere.wholeOrgs()));
  }

  private static AccessScope named(AccessScope everywhere, String orgId) {
    boolean permitted =
        OrgIds.isOrgId(orgId) && (everywhere.everyOrg() || everywhere.wholeOrgs().contains(orgId));
    if (!permitted) {
      throw notPermitted();
    }
    return AccessScope.ofWholeOrgs(Set.of(orgId));
  }

  private static RefusedException notPermitted() {
    return new RefusedException(
        Reason.NOT_PERMITTED, "You may not read the analytics of this org, or there is none.");
  }
}

package io.tokenledger.query.access;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.events.OrgIds;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.util.Set;

/** Finds the org of a request that names none in its path. */
public final class OneOrg {

  private static final String HEADER = "OpenAI-Organization";

  private OneOrg() {}

  /**
   * The scope of the one org whose analytics the caller may read.
   *
   * @param wanted which of several; may be empty
   */
  public static AccessScope of(AccessScope everywhere, String wanted) {
    if (!wanted.isEmpty()) {
      return named(everywhere, wanted);
    }
    if (everywhere.everyOrg() || everywhere.wholeOrgs().size() > 1) {
      throw invalidParameter(
          HEADER, "must name the org in a header: this token is for more than one.");
    }
    if (everywhere.wholeOrgs().isEmpty()) {
      throw forbidden();
    }
    return AccessScope.ofWholeOrgs(everywhere.wholeOrgs());
  }

  private static AccessScope named(AccessScope everywhere, String orgId) {
    boolean permitted =
        OrgIds.isOrgId(orgId) && (everywhere.everyOrg() || everywhere.wholeOrgs().contains(orgId));
    if (!permitted) {
      throw forbidden();
    }
    return AccessScope.ofWholeOrgs(Set.of(orgId));
  }

  private static ApiException forbidden() {
    return new ApiException(
        ProblemCode.FORBIDDEN, "You may not read the analytics of this org, or there is none.");
  }
}

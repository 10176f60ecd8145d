package io.tokenledger.query.http;

import io.tokenledger.events.OrgIds;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** One org of the caller's, for what is summed over all of them where none is named. */
public class OrgParameter {

  @QueryParam("orgId")
  @Parameter(
      description =
          "Only what lies in this org. A page of one org should name it: whoever administers"
              + " another org can make anybody its member, and report calls in their name.",
      example = "acme")
  String orgId;

  public AccessScope narrow(AccessScope scope) {
    Input org = Input.parameter("orgId", orgId);
    if (org.isAbsent()) {
      return scope;
    }
    if (!OrgIds.isOrgId(org.raw())) {
      throw org.refused("must be 1-128 of the characters A-Z a-z 0-9 . _ : -");
    }
    return scope.within(org.raw());
  }
}

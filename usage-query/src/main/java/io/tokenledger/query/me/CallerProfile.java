package io.tokenledger.query.me;

import io.tokenledger.query.directory.OrgSettings;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller is told about themselves.
 *
 * @param orgs ordered by id
 */
public record CallerProfile(
    String userId, Optional<String> name, boolean superadmin, List<Membership> orgs) {

  /**
   * What the caller may do in one org.
   *
   * @param role absent for a superadmin and for an API token
   */
  public record Membership(
      String orgId, OrgSettings settings, Optional<OrgRole> role, Set<OrgPermission> permissions) {}
}

package io.tokenledger.query.access;

import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who calls, and what they are where.
 *
 * @param toldName what the token says they are called
 * @param superadmin may do all, everywhere; what else they are does not matter
 * @param roleByOrg empty for a machine
 * @param machine present when an API token calls
 */
public record CallerIdentity(
    String userId,
    Optional<String> toldName,
    boolean superadmin,
    Map<String, OrgRole> roleByOrg,
    Optional<ApiTokenGrant> machine) {

  /** Every org in which the caller may do anything at all. */
  public AccessScope orgs() {
    return superadmin
        ? AccessScope.ofEveryOrg()
        : AccessScope.ofWholeOrgs(
            machine.map(token -> Set.of(token.orgId())).orElse(roleByOrg.keySet()));
  }

  public Optional<OrgRole> roleIn(String orgId) {
    return superadmin ? Optional.empty() : Optional.ofNullable(roleByOrg.get(orgId));
  }

  public Set<OrgPermission> permissionsIn(String orgId) {
    Predicate<OrgPermission> permitted =
        permission ->
            superadmin
                || machine.filter(token -> token.permits(orgId, permission)).isPresent()
                || roleIn(orgId).filter(role -> role.permits(permission)).isPresent();
    return Arrays.stream(OrgPermission.values())
        .filter(permitted)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrgPermission.class)));
  }
}

package io.tokenledger.service.access;

import io.tokenledger.events.Coded;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A member's role in an org and what it permits (contracts §2). */
public enum OrgRole implements Coded {
  OWNER(EnumSet.allOf(OrgPermission.class)),
  ADMIN(EnumSet.allOf(OrgPermission.class)),
  BILLING(
      EnumSet.of(
          OrgPermission.READ,
          OrgPermission.ANALYTICS_READ,
          OrgPermission.ANALYTICS_EXPORT,
          OrgPermission.BUDGETS_WRITE,
          OrgPermission.OWN_READ)),
  MEMBER(EnumSet.of(OrgPermission.READ, OrgPermission.OWN_READ));

  private final Set<OrgPermission> permissions;

  OrgRole(Set<OrgPermission> permissions) {
    this.permissions = permissions;
  }

  public boolean permits(OrgPermission permission) {
    return permissions.contains(permission);
  }

  /** The role of a directory row or claim; a name we do not know is no role. */
  public static Optional<OrgRole> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}

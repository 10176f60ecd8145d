package io.tokenledger.query.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.access.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Roles as the table access.org_member says at the moment of the request. */
class DirectoryRoles implements Roles {

  private final OrgMembers members;
  private final Caller caller;
  private final Duration patience;

  DirectoryRoles(OrgMembers members, Caller caller, Duration patience) {
    this.members = members;
    this.caller = caller;
    this.patience = patience;
  }

  @Override
  public Uni<Optional<OrgRole>> in(String orgId) {
    OrgMember.Key key = new OrgMember.Key(orgId, caller.userId());
    return inTime(Panache.withSession(() -> members.findById(key))).map(DirectoryRoles::roleOf);
  }

  @Override
  public Uni<Map<String, OrgRole>> everywhere() {
    String userId = caller.userId();
    return inTime(Panache.withSession(() -> members.ofUser(userId)))
        .map(DirectoryRoles::rolesByOrg);
  }

  private <T> Uni<T> inTime(Uni<T> read) {
    return read.ifNoItem().after(patience).fail();
  }

  private static Optional<OrgRole> roleOf(OrgMember member) {
    return Optional.ofNullable(member).flatMap(found -> OrgRole.ofCode(found.role));
  }

  private static Map<String, OrgRole> rolesByOrg(List<OrgMember> members) {
    Map<String, OrgRole> roles = new HashMap<>();
    members.forEach(
        member -> roleOf(member).ifPresent(role -> roles.put(member.key.orgId(), role)));
    return roles;
  }
}

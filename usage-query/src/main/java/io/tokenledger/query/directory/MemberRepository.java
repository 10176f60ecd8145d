package io.tokenledger.query.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The memberships of the directory, each with its user. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<MemberRow, MemberRow.Key> {

  private static final String WITH_USER =
      "from MemberRow m join fetch m.user where m.key.orgId = ?1";

  /** A user who was never given a name is called by the id. */
  private static final String NAME_OF =
      "select coalesce(m.name, u.name) from MemberRow m join m.user u where m.key.userId = ?1"
          + " and coalesce(m.name, u.name) <> m.key.userId order by m.key.orgId";

  Uni<List<MemberRow>> page(String orgId, String after, int limit) {
    return find(WITH_USER + " and m.key.userId > ?2 order by m.key.userId", orgId, after)
        .page(0, limit)
        .list();
  }

  Uni<List<MemberRow>> of(String orgId, Collection<String> userIds) {
    return find(WITH_USER + " and m.key.userId in ?2", orgId, userIds).list();
  }

  Uni<MemberRow> existing(String orgId, String userId) {
    return of(orgId, List.of(userId)).map(MemberRepository::only);
  }

  Uni<Long> owners(String orgId) {
    return count("key.orgId = ?1 and role = ?2", orgId, OrgRole.OWNER.code());
  }

  Uni<List<String>> userIds(String orgId) {
    return find("select m.key.userId from MemberRow m where m.key.orgId = ?1", orgId)
        .project(String.class)
        .list();
  }

  Uni<Optional<String>> nameOf(String userId) {
    return find(NAME_OF, userId)
        .project(String.class)
        .page(0, 1)
        .list()
        .map(found -> found.stream().findFirst());
  }

  private static MemberRow only(List<MemberRow> found) {
    if (found.isEmpty()) {
      throw new RefusedException(Reason.MISSING, "This user is no member of the org.");
    }
    return found.get(0);
  }
}

package io.tokenledger.query.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The memberships of the directory. */
@ApplicationScoped
class OrgMembers implements PanacheRepositoryBase<OrgMember, OrgMember.Key> {

  Uni<List<OrgMember>> ofUser(String userId) {
    return list("key.userId", userId);
  }
}

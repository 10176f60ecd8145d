package io.tokenledger.query.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;

/** The orgs of the directory. */
@ApplicationScoped
public class OrgRepository implements PanacheRepositoryBase<OrgRow, String> {

  private static final Sort BY_ID = Sort.by("orgId");

  Uni<List<OrgRow>> pageOfAll(String after, int limit) {
    return find("orgId > ?1", BY_ID, after).page(0, limit).list();
  }

  Uni<List<OrgRow>> pageOf(Set<String> orgIds, String after, int limit) {
    return find("orgId in ?1 and orgId > ?2", BY_ID, orgIds, after).page(0, limit).list();
  }

  Uni<OrgRow> existing(String orgId) {
    return findById(orgId).onItem().ifNull().failWith(OrgRepository::missing);
  }

  /**
   * Until the end of the transaction nobody else changes the org or its members: two changes at
   * once could otherwise each leave the last owner to the other.
   */
  public Uni<OrgRow> locked(String orgId) {
    return findById(orgId, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(OrgRepository::missing);
  }

  private static RefusedException missing() {
    return new RefusedException(Reason.MISSING, "This org is not in the directory.");
  }
}

package io.tokenledger.query.tokens;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The API tokens of orgs. */
@ApplicationScoped
class ApiTokenRepository implements PanacheRepositoryBase<ApiTokenRow, UUID> {

  Uni<List<ApiTokenRow>> of(String orgId) {
    return list("orgId", Sort.by("createdAt").descending().and("tokenId"), orgId);
  }

  Uni<ApiTokenRow> existing(String orgId, UUID tokenId) {
    return find("orgId = ?1 and tokenId = ?2", orgId, tokenId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new RefusedException(Reason.MISSING, "The org has no such API token."));
  }
}

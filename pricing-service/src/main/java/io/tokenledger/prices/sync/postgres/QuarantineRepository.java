package io.tokenledger.prices.sync.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Queries on moves that were set aside, for use inside a session. */
@ApplicationScoped
class QuarantineRepository implements PanacheRepository<QuarantinedPriceRow> {

  /** Of a source; at most one per model. */
  Uni<List<QuarantinedPriceRow>> open(String source) {
    return list(
        "source = ?1 and supersededAt is null and status in (?2, ?3)",
        source,
        QuarantinedPriceRow.PENDING,
        QuarantinedPriceRow.REJECTED);
  }

  /** One after the other, which a session needs; an empty list is nothing to do. */
  Uni<Void> persistInTurn(List<QuarantinedPriceRow> rows) {
    return getSession().chain(session -> session.persistAll(rows.toArray()));
  }

  Uni<Long> pending(String source) {
    return count("source = ?1 and status = ?2", source, QuarantinedPriceRow.PENDING);
  }

  Uni<QuarantinedPriceRow> locked(long id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<List<QuarantinedPriceRow>> listBelow(String status, String source, long below, int limit) {
    return find(
            "status = ?1 and (?2 = '' or source = ?2) and id < ?3 order by id desc",
            status,
            source,
            below)
        .page(0, limit)
        .list();
  }
}

package io.tokenledger.prices.sync.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.sync.SyncRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries on runs, for use inside a session. */
@ApplicationScoped
class SyncRunRepository implements PanacheRepository<SyncRunRow> {

  /** Any number that no other part of the database locks. */
  private static final long START_LOCK = 0x70726963_73796e63L;

  private static final int MAX_DETAIL = 1_000;

  /**
   * Waits for others who begin a run, until they committed; answers the database's time, which all
   * replicas share.
   */
  Uni<Instant> lockForStarting() {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "SELECT clock_timestamp() FROM pg_advisory_xact_lock(:lock)", Instant.class)
                    .setParameter("lock", START_LOCK)
                    .getSingleResult());
  }

  Uni<SyncRunRow> underWay(String source) {
    return find("source = ?1 and status = ?2", source, SyncRunRow.RUNNING).firstResult();
  }

  /** The row, which nobody else can finish or declare dead until this transaction ends. */
  Uni<SyncRunRow> locked(long id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether a scheduled run began after {@code since} and came to an end. */
  Uni<Boolean> hasScheduledSince(String source, Instant since) {
    return count(
            "source = ?1 and scheduled and reason <> 'interrupted' and startedAt > ?2",
            source,
            since)
        .map(count -> count > 0);
  }

  /** What the last successful run found; 0 when there was none. */
  Uni<Integer> lastListed(String source) {
    return find(
            "source = ?1 and status = ?2 and not dryRun order by id desc",
            source,
            SyncRunRow.SUCCEEDED)
        .firstResult()
        .map(run -> run == null ? 0 : run.listed);
  }

  /** Whether the source itself was ever taken over, not the bundled list alone. */
  Uni<Boolean> isFed(String source) {
    return lastSuccess(source).map(Optional::isPresent);
  }

  /** When the source itself was last taken over. */
  Uni<Optional<Instant>> lastSuccess(String source) {
    return find(
            "source = ?1 and status = ?2 and not dryRun and startedBy <> ?3 order by id desc",
            source,
            SyncRunRow.SUCCEEDED,
            SyncRun.BUNDLED_LIST)
        .firstResult()
        .map(Optional::ofNullable)
        .map(found -> found.map(run -> run.finishedAt));
  }

  Uni<List<SyncRunRow>> listBelow(String source, long below, int limit) {
    return find("(?1 = '' or source = ?1) and id < ?2 order by id desc", source, below)
        .page(0, limit)
        .list();
  }

  static String cut(String detail) {
    return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
  }
}

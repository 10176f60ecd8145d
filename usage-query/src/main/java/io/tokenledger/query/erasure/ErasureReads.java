package io.tokenledger.query.erasure;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads the erasures of an org; each schema notes how far it is with its own rows. */
@ApplicationScoped
class ErasureReads {

  /** A schema that forgot an erasure had finished it long ago. */
  private static final String ERASURES =
      """
      SELECT a.org_id, a.pseudonym, a.requested_at, coalesce(r.changed, 0) AS events,
        CASE WHEN a.finished_at IS NOT NULL
            AND (r.pseudonym IS NULL OR r.finished_at IS NOT NULL)
            AND (u.pseudonym IS NULL OR u.finished_at IS NOT NULL)
            AND (p.pseudonym IS NULL OR p.finished_at IS NOT NULL)
            AND (c.pseudonym IS NULL OR c.finished_at IS NOT NULL)
          THEN greatest(a.finished_at, r.finished_at, u.finished_at, p.finished_at, c.finished_at)
        END AS finished_at
      FROM access.erasure AS a
      LEFT JOIN raw.erasure AS r ON r.org_id = a.org_id AND r.pseudonym = a.pseudonym
      LEFT JOIN rollup.erasure AS u ON u.org_id = a.org_id AND u.pseudonym = a.pseudonym
      LEFT JOIN pricing.erasure AS p ON p.org_id = a.org_id AND p.pseudonym = a.pseudonym
      LEFT JOIN access.chat_erasures($1) AS c ON c.pseudonym = a.pseudonym
      WHERE a.org_id = $1 AND\s""";

  private static final String LATEST =
      ERASURES
          + """
          ($2 = '' OR a.number < (
            SELECT number FROM access.erasure WHERE org_id = $1 AND pseudonym = $2))
          ORDER BY a.number DESC LIMIT $3""";
  private static final String ONE = ERASURES + "a.pseudonym = $2";

  private final ScopedReads reads;

  ErasureReads(ScopedReads reads) {
    this.reads = reads;
  }

  /**
   * The last asked for first.
   *
   * @param behind the pseudonym of the last one of the page before; empty for the first page
   */
  Uni<List<Erasure>> latest(AccessScope scope, String behind, int limit) {
    return read(scope, LATEST, Tuple.of(scope.soleOrg(), behind, (long) limit));
  }

  /** Fails as missing when the org has none of this pseudonym, or had it long ago. */
  Uni<Erasure> one(AccessScope scope, String pseudonym) {
    return read(scope, ONE, Tuple.of(scope.soleOrg(), pseudonym))
        .map(found -> found.stream().findFirst().orElseThrow(ErasureReads::missing));
  }

  private Uni<List<Erasure>> read(AccessScope scope, String sql, Tuple parameters) {
    return reads
        .run(scope, new ScopedReads.Read(sql, parameters))
        .map(answers -> Rows.all(answers.get(0), ErasureReads::fromRow));
  }

  private static RefusedException missing() {
    return new RefusedException(Reason.MISSING, "There is no such erasure here.");
  }

  private static Erasure fromRow(Row row) {
    Optional<Instant> finishedAt =
        Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant);
    return new Erasure(
        row.getString("org_id"),
        row.getString("pseudonym"),
        finishedAt.isPresent() ? Erasure.State.DONE : Erasure.State.RUNNING,
        row.getLong("events"),
        row.getOffsetDateTime("requested_at").toInstant(),
        finishedAt);
  }
}

package io.tokenledger.query.platform;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.platform.PlatformTotals.Org;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what all orgs used, by the function that answers it past row-level security. */
@ApplicationScoped
public class PlatformReads {

  /** $1 first and $2 last UTC day, $3 orgs. The total has no org, and comes first. */
  private static final String BY_ORG =
      "SELECT used.org_id, "
          + SumsColumns.OF_ROLLUP
          + ", "
          + SumsColumns.NO_HISTOGRAM
          + ", coalesce(org.name, used.org_id) AS name"
          + " FROM rollup.totals_of_orgs($1, $2, $3) AS used"
          + " LEFT JOIN access.org ON org.org_id = used.org_id"
          + " ORDER BY used.org_id IS NOT NULL, used.cost_nanos DESC, used.request_count DESC,"
          + " used.org_id COLLATE \"C\"";

  private final ScopedReads reads;

  PlatformReads(ScopedReads reads) {
    this.reads = reads;
  }

  /**
   * @param scope of every org
   * @param range UTC days
   * @param limit orgs that are listed, at most
   */
  public Uni<PlatformTotals> byOrg(AccessScope scope, DateRange range, int limit) {
    if (!scope.everyOrg()) {
      throw new IllegalStateException("This read is of every org");
    }
    Tuple parameters = Tuple.of(range.from(), range.to(), limit);
    return reads
        .runUnscoped(new ScopedReads.Read(BY_ORG, parameters))
        .map(rows -> Rows.all(rows, PlatformReads::toOrg))
        .map(PlatformReads::totalFirst);
  }

  private static PlatformTotals totalFirst(List<Keyed<Org>> rows) {
    return new PlatformTotals(rows.get(0).sums(), rows.subList(1, rows.size()));
  }

  private static Keyed<Org> toOrg(Row row) {
    return new Keyed<>(
        new Org(row.getString("org_id"), row.getString("name")), SumsColumns.toSums(row));
  }
}

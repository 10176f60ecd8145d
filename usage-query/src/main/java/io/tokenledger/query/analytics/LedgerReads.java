package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the sums of the whole ledger, past row-level security. */
@ApplicationScoped
public class LedgerReads {

  /** $1 first and $2 last UTC day. */
  private static final String OF_EVERY_ORG =
      "SELECT "
          + SumsColumns.OF_ROLLUP
          + ", "
          + SumsColumns.NO_HISTOGRAM
          + " FROM rollup.totals_of_ledger($1, $2)";

  private final ScopedReads reads;

  LedgerReads(ScopedReads reads) {
    this.reads = reads;
  }

  /**
   * @param scope of every org
   * @param range UTC days
   */
  public Uni<UsageSums> ofEveryOrg(AccessScope scope, DateRange range) {
    if (!scope.everyOrg()) {
      throw new IllegalStateException("This read is of every org");
    }
    Tuple days = Tuple.of(range.from(), range.to());
    return reads
        .runUnscoped(new ScopedReads.Read(OF_EVERY_ORG, days))
        .map(rows -> SumsColumns.toSums(Rows.only(rows)));
  }
}

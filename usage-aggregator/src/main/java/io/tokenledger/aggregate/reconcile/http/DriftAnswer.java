package io.tokenledger.aggregate.reconcile.http;

import io.tokenledger.aggregate.reconcile.Drift;
import io.tokenledger.aggregate.reconcile.Reconciliation;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param from the first day compared; later than asked when raw events are not kept so long
 * @param driftingRows rows of all rollups that differ in any counter
 * @param driftNanos nano-dollars, without regard to signs
 * @param drift by rollup, org and day; at most the first 1,000
 */
public record DriftAnswer(
    Instant checkedAt,
    LocalDate from,
    LocalDate to,
    long driftingRows,
    BigInteger driftNanos,
    List<Entry> drift) {

  private static final int MAX_ENTRIES = 1_000;

  static DriftAnswer of(Reconciliation found) {
    return new DriftAnswer(
        found.checkedAt(),
        found.compared().from(),
        found.compared().to(),
        found.driftingRows(),
        found.driftNanos(),
        found.drift().stream().limit(MAX_ENTRIES).map(Entry::of).toList());
  }

  /**
   * @param date of conversations, the first day compared
   * @param requests too many in the rollup; negative when some are missing
   * @param costNanos nano-dollars too many in the rollup; negative when some are missing
   */
  public record Entry(
      String rollup, String orgId, LocalDate date, long rows, long requests, BigInteger costNanos) {

    private static Entry of(Drift drift) {
      return new Entry(
          drift.rollup(),
          drift.orgId(),
          drift.date(),
          drift.rows(),
          drift.requests(),
          drift.costNanos());
    }
  }
}

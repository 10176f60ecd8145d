package io.tokenledger.aggregate.reconcile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What a comparison of rollups and raw events found.
 *
 * @param compared the days that were compared: those asked for, of which every raw event is kept
 */
public record Reconciliation(Instant checkedAt, DayRange compared, List<Drift> drift) {

  public long driftingRows() {
    return drift.stream().mapToLong(Drift::rows).sum();
  }

  /** In nano-dollars: no excess makes up for a loss elsewhere. */
  public BigInteger driftNanos() {
    return drift.stream().map(Drift::absoluteCostNanos).reduce(BigInteger.ZERO, BigInteger::add);
  }
}

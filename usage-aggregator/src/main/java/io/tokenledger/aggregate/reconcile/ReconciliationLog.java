package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The last comparison, which every instance can tell. */
public interface ReconciliationLog {

  /** Runs the work unless another instance does at this moment, and keeps what it found. */
  Uni<Void> alone(Supplier<Uni<Reconciliation>> work);

  Uni<Optional<Last>> last();

  /**
   * @param driftNanos nano-dollars, as {@link Reconciliation#driftNanos()}
   */
  record Last(Instant checkedAt, long driftingRows, BigInteger driftNanos) {}
}

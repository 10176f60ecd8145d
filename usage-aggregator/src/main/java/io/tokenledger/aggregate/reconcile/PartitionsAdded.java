package io.tokenledger.aggregate.reconcile;

/**
 * Partitions were added to {@code usage.recorded}, and what stood on it before is not all counted.
 * Until then the numbers up to which the rollups count may be above events that are still to come.
 */
public final class PartitionsAdded extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What a person reads who asked for something that waits. */
  public static final String MESSAGE =
      "Partitions were added to usage.recorded; what stood on it before is counted first. It takes"
          + " half a minute, or as long as usage-aggregator lags.";

  PartitionsAdded() {
    super(MESSAGE);
  }
}

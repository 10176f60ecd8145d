package io.tokenledger.events;

/**
 * Sums of counts, which have 64 bits wherever they are stored and told. What is beyond stays at the
 * largest: any legal usage can be counted, and no report fails for it.
 */
public final class CappedSum {

  private CappedSum() {}

  /** From {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE}. */
  public static long of(long a, long b) {
    long sum = a + b;
    boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
    return overflows ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}

package io.tokenledger.query.sums;

import io.tokenledger.events.CappedSum;
import io.tokenledger.events.DurationBuckets;

/**
 * How long calls took, in a form that can be added: never an average of averages.
 *
 * @param sumMs of the calls that told how long they took
 * @param count of these calls
 * @param buckets as {@link DurationBuckets}; empty where none are kept, which is a sum by user or
 *     tag
 */
public record Durations(long sumMs, long count, long[] buckets) {

  public static final Durations NONE = new Durations(0, 0, new long[DurationBuckets.COUNT]);

  /** The histogram is lost when one of the two has none. */
  public Durations plus(Durations other) {
    return new Durations(
        CappedSum.of(sumMs, other.sumMs),
        CappedSum.of(count, other.count),
        added(buckets, other.buckets));
  }

  private static long[] added(long[] some, long[] more) {
    long[] sums = new long[Math.min(some.length, more.length)];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = CappedSum.of(some[i], more[i]);
    }
    return sums;
  }
}

package io.tokenledger.query;

import io.tokenledger.events.DurationBuckets;
import java.util.Arrays;
import java.util.OptionalLong;

/** How long calls took, in milliseconds; absent when none of them told. */
public record Latency(OptionalLong averageMs, OptionalLong p95Ms) {

  private static final int P95 = 95;

  /**
   * @param sumMs of the calls counted in {@code buckets}
   * @param buckets as {@link DurationBuckets}
   */
  public static Latency of(long sumMs, long[] buckets) {
    long calls = Arrays.stream(buckets).sum();
    if (calls == 0) {
      return new Latency(OptionalLong.empty(), OptionalLong.empty());
    }
    return new Latency(
        OptionalLong.of(roundedQuotient(sumMs, calls)),
        OptionalLong.of(DurationBuckets.percentileMs(buckets, P95)));
  }

  private static long roundedQuotient(long dividend, long divisor) {
    return dividend / divisor + (dividend % divisor >= divisor - dividend % divisor ? 1 : 0);
  }
}

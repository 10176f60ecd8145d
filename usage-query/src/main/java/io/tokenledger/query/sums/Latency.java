package io.tokenledger.query.sums;

import io.tokenledger.events.DurationBuckets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How long calls took, in milliseconds; absent when none of them told. The percentile is absent,
 * too, where no histogram is kept.
 */
public record Latency(OptionalLong averageMs, OptionalLong p95Ms) {

  private static final int P95 = 95;

  /**
   * @param sumMs of the calls counted in {@code buckets}
   * @param buckets as {@link DurationBuckets}
   */
  public static Latency of(long sumMs, long[] buckets) {
    return of(new Durations(sumMs, Arrays.stream(buckets).sum(), buckets));
  }

  public static Latency of(Durations durations) {
    if (durations.count() == 0) {
      return new Latency(OptionalLong.empty(), OptionalLong.empty());
    }
    return new Latency(
        OptionalLong.of(roundedQuotient(durations.sumMs(), durations.count())),
        durations.buckets().length == 0
            ? OptionalLong.empty()
            : OptionalLong.of(DurationBuckets.percentileMs(durations.buckets(), P95)));
  }

  private static long roundedQuotient(long dividend, long divisor) {
    return dividend / divisor + (dividend % divisor >= divisor - dividend % divisor ? 1 : 0);
  }
}

package io.tokenledger.events;

import java.util.Arrays;

/**
 * The latency histogram of rollups and metrics: fixed upper bounds in milliseconds, so that buckets
 * of any rows can be added and a percentile read from the sum.
 */
public final class DurationBuckets {

  private static final long[] UPPER_BOUNDS_MS = {
    10, 20, 50, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 7_500,
    10_000, 15_000, 20_000, 30_000, 45_000, 60_000, 120_000, 300_000
  };

  /** Number of buckets; the last one has no upper bound. */
  public static final int COUNT = UPPER_BOUNDS_MS.length + 1;

  private DurationBuckets() {}

  /** The bucket (0-based) of a duration of 0 or more: the first whose bound is not below it. */
  public static int indexOf(long durationMs) {
    int found = Arrays.binarySearch(UPPER_BOUNDS_MS, durationMs);
    return found >= 0 ? found : -found - 1;
  }

  /** The upper bounds in milliseconds, one fewer than there are buckets. */
  public static long[] upperBoundsMs() {
    return UPPER_BOUNDS_MS.clone();
  }

  /**
   * The value below which {@code percent} of the durations lie, interpolated within its bucket.
   *
   * @param counts one count per bucket
   * @param percent above 0, at most 100
   * @return milliseconds; 0 when there are no durations; the highest bound when it lies beyond it
   */
  public static long percentileMs(long[] counts, int percent) {
    long total = Arrays.stream(counts).sum();
    long rank = (Math.multiplyExact(total, (long) percent) + 99) / 100;
    long below = 0;
    for (int i = 0; i < UPPER_BOUNDS_MS.length && total > 0; i++) {
      if (below + counts[i] >= rank) {
        long lower = i == 0 ? 0 : UPPER_BOUNDS_MS[i - 1];
        return lower + (UPPER_BOUNDS_MS[i] - lower) * (rank - below) / counts[i];
      }
      below += counts[i];
    }
    return total == 0 ? 0 : UPPER_BOUNDS_MS[UPPER_BOUNDS_MS.length - 1];
  }
}

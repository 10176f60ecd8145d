package io.tokenledger.bench.resolve;

import java.util.Arrays;

/**
 * What calls of one kind took.
 *
 * @param items in each call
 */
record Latencies(int items, int calls, long p50Micros, long p99Micros, long maxMicros) {

  private static final long NANOS_PER_MICRO = 1_000;

  static Latencies of(int items, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(
        items,
        sorted.length,
        percentile(sorted, 50),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  private static long percentile(long[] sorted, int percent) {
    int index = (int) (((long) sorted.length * percent + 99) / 100) - 1;
    return sorted[index] / NANOS_PER_MICRO;
  }
}

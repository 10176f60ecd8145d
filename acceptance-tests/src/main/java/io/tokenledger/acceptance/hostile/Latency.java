package io.tokenledger.acceptance.hostile;

import java.util.List;

/** How long something took, of all that was measured; in milliseconds, 0 of nothing. */
public record Latency(int samples, double p50Ms, double p99Ms) {

  private static final double NANOS_PER_MS = 1e6;

  static Latency of(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return new Latency(sorted.size(), at(sorted, 0.50), at(sorted, 0.99));
  }

  /** How many times as long as before. */
  double timesP99(Latency before) {
    return before.p99Ms == 0 ? 0 : p99Ms / before.p99Ms;
  }

  private static double at(List<Long> sorted, double share) {
    int index = (int) Math.ceil(sorted.size() * share) - 1;
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, index)) / NANOS_PER_MS;
  }
}

package io.tokenledger.bench.query;

import java.util.Comparator;
import java.util.List;

/**
 * Two runs right after one another.
 *
 * @param bare of the bare endpoint
 * @param ours of the endpoint that does the same
 */
record PairedRun(LoadRun.Figures bare, LoadRun.Figures ours) {

  /** Ours as a share of bare, in requests per second. */
  double ratio() {
    return (double) ours.requestsPerSecond() / bare.requestsPerSecond();
  }

  /** The pair whose ratio is in the middle. */
  static PairedRun median(List<PairedRun> pairs) {
    return pairs.stream()
        .sorted(Comparator.comparingDouble(PairedRun::ratio))
        .toList()
        .get(pairs.size() / 2);
  }
}

package io.tokenledger.bench.ingest.bare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch adds to one row of the rollup. */
record BareSum(Key key, long requests, long input, long output, long costNanos) {

  record Key(String orgId, LocalDate day, String provider, String modelName, String feature) {}

  private static final Comparator<BareSum> IN_KEY_ORDER =
      Comparator.comparing((BareSum sum) -> sum.key().orgId())
          .thenComparing(sum -> sum.key().day())
          .thenComparing(sum -> sum.key().provider())
          .thenComparing(sum -> sum.key().modelName())
          .thenComparing(sum -> sum.key().feature());

  static List<BareSum> of(List<BareEvent> events) {
    Map<Key, BareSum> sums = new HashMap<>();
    for (BareEvent e : events) {
      Key key = new Key(e.orgId(), e.day(), e.provider(), e.modelName(), e.feature());
      BareSum one = new BareSum(key, 1, e.inputTokens(), e.outputTokens(), e.costNanos());
      sums.merge(key, one, BareSum::plus);
    }
    List<BareSum> sorted = new ArrayList<>(sums.values());
    sorted.sort(IN_KEY_ORDER);
    return sorted;
  }

  private BareSum plus(BareSum other) {
    return new BareSum(
        key,
        requests + other.requests,
        input + other.input,
        output + other.output,
        costNanos + other.costNanos);
  }
}

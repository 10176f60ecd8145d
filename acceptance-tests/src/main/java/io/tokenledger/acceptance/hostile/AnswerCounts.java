package io.tokenledger.acceptance.hostile;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each status was answered. */
final class AnswerCounts {

  /** Instead of a status: the connection ended before there was one. */
  static final int CLOSED = 0;

  private final Map<Integer, Long> counts = new TreeMap<>();

  synchronized void add(int status) {
    counts.merge(status, 1L, Long::sum);
  }

  /** By status; what had none is named {@code closed}. */
  synchronized Map<String, Long> byStatus() {
    return counts.entrySet().stream()
        .collect(
            Collectors.toMap(
                each -> label(each.getKey()), Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  synchronized Map<Integer, Long> all() {
    return Map.copyOf(counts);
  }

  static String label(int status) {
    return status == CLOSED ? "closed" : Integer.toString(status);
  }
}

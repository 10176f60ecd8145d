package io.tokenledger.aggregate.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which orgs are worked on in one transaction. Pure. */
final class OrgParts {

  private static final int ORGS_AT_ONCE = 50;

  /** What is read, joined and compared within some seconds, for which counting may wait. */
  static final long CALLS_AT_ONCE = 100_000;

  private OrgParts() {}

  /**
   * @param calls by org, in the order of the orgs
   * @return together all orgs; beside one with more calls than may be at once no other has calls
   */
  static List<List<String>> of(Map<String, Long> calls) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    long sum = 0;
    for (Map.Entry<String, Long> org : calls.entrySet()) {
      boolean full = part.size() == ORGS_AT_ONCE || sum > CALLS_AT_ONCE - org.getValue();
      if (full && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        sum = 0;
      }
      part.add(org.getKey());
      sum = Math.addExact(sum, Math.min(org.getValue(), CALLS_AT_ONCE));
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}

package io.tokenledger.aggregate;

import io.tokenledger.events.RecordedUsage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cost adjustments of a batch count. Of each org, the one after the last that was counted,
 * and no other: one that comes again was counted, and one that comes too early follows on a message
 * that was lost. usage-ingest sends again what is not counted. Pure.
 */
final class AdjustmentFence {

  private final Map<String, Long> countedThrough;

  /**
   * @param countedThrough by org; absent where none was counted
   */
  AdjustmentFence(Map<String, Long> countedThrough) {
    this.countedThrough = new HashMap<>(countedThrough);
  }

  static Set<String> orgsOf(List<RecordedUsage> usages) {
    return usages.stream()
        .filter(usage -> usage.adjustment().isPresent())
        .map(RecordedUsage::orgId)
        .collect(Collectors.toSet());
  }

  /** Events, and the adjustments that count now. */
  List<RecordedUsage> pass(List<RecordedUsage> usages) {
    List<RecordedUsage> passed = new ArrayList<>(usages.size());
    for (RecordedUsage usage : usages) {
      if (usage.adjustment().isEmpty()
          || isNext(usage.orgId(), usage.adjustment().get().sequence())) {
        passed.add(usage);
      }
    }
    return passed;
  }

  private boolean isNext(String orgId, long sequence) {
    boolean next = sequence == countedThrough.getOrDefault(orgId, 0L) + 1;
    if (next) {
      countedThrough.put(orgId, sequence);
    }
    return next;
  }
}

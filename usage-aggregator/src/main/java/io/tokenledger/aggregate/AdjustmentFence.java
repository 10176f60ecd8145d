package io.tokenledger.aggregate;

import io.tokenledger.events.CostAdjustment;
import io.tokenledger.events.Recorded;
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
final class AdjustmentFence implements Recorded.Visitor {

  private final Map<String, Long> countedThrough;
  private final List<Recorded> passed = new ArrayList<>();

  private AdjustmentFence(Map<String, Long> countedThrough) {
    this.countedThrough = new HashMap<>(countedThrough);
  }

  /** The orgs whose last counted number must be known. */
  static Set<String> orgsOf(List<Recorded> batch) {
    return batch.stream()
        .filter(CostAdjustment.class::isInstance)
        .map(Recorded::orgId)
        .collect(Collectors.toSet());
  }

  /**
   * Events, and the adjustments that count now.
   *
   * @param countedThrough by org; absent where none was counted
   */
  static List<Recorded> pass(List<Recorded> batch, Map<String, Long> countedThrough) {
    AdjustmentFence fence = new AdjustmentFence(countedThrough);
    batch.forEach(each -> each.accept(fence));
    return fence.passed;
  }

  @Override
  public void visit(RecordedUsage usage) {
    passed.add(usage);
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    String orgId = adjustment.orgId();
    if (adjustment.sequence() == countedThrough.getOrDefault(orgId, 0L) + 1) {
      countedThrough.put(orgId, adjustment.sequence());
      passed.add(adjustment);
    }
  }
}

package io.tokenledger.aggregate;

import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which adjustments of a batch count. Of each org, the one after the last that was counted, and no
 * other: one that comes again was counted, and one that comes too early follows on a message that
 * was lost. usage-ingest sends again what is not counted. One that raw events no longer have was
 * lost with them when the database was restored: its number was given again, or will be. Pure.
 */
final class AdjustmentFence implements Recorded.Visitor {

  private final Map<String, Long> countedThrough;
  private final Set<UUID> recorded;
  private final List<Recorded> passed = new ArrayList<>();

  private AdjustmentFence(Map<String, Long> countedThrough, Set<UUID> recorded) {
    this.countedThrough = new HashMap<>(countedThrough);
    this.recorded = recorded;
  }

  /** Those of which it must be known whether they count. */
  static List<Adjustment> adjustmentsOf(List<Recorded> batch) {
    return batch.stream().filter(Adjustment.class::isInstance).map(Adjustment.class::cast).toList();
  }

  /**
   * Events, and the adjustments that count now.
   *
   * @param countedThrough by org; absent where none was counted
   * @param recorded the ids that raw events have
   */
  static List<Recorded> pass(
      List<Recorded> batch, Map<String, Long> countedThrough, Set<UUID> recorded) {
    AdjustmentFence fence = new AdjustmentFence(countedThrough, recorded);
    batch.forEach(each -> each.accept(fence));
    return fence.passed;
  }

  @Override
  public void visit(RecordedUsage usage) {
    passed.add(usage);
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    passNext(adjustment);
  }

  @Override
  public void visit(RevisedUsage revision) {
    passNext(revision);
  }

  private void passNext(Adjustment adjustment) {
    String orgId = adjustment.orgId();
    boolean lost = adjustment.id().filter(id -> !recorded.contains(id)).isPresent();
    if (!lost && adjustment.sequence() == countedThrough.getOrDefault(orgId, 0L) + 1) {
      countedThrough.put(orgId, adjustment.sequence());
      passed.add(adjustment);
    }
  }
}

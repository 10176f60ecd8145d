package io.tokenledger.aggregate;

import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is counted of the messages below a position. As a rule all of it. When Kafka comes back with
 * a shorter {@code usage.recorded}, new messages take offsets below the position, and by its offset
 * none can be told from one that is counted; where its event came from on {@code usage.events}
 * tells. Pure.
 */
final class SourceFence implements Recorded.Visitor {

  private final Map<CountedSource, Long> countedThrough;
  private boolean counted;

  /**
   * @param countedThrough by source; absent where nothing was counted
   */
  SourceFence(Map<CountedSource, Long> countedThrough) {
    this.countedThrough = new HashMap<>(countedThrough);
  }

  static Set<CountedSource> sourcesOf(List<Recorded> messages) {
    Set<CountedSource> sources = new HashSet<>();
    messages.forEach(each -> each.accept(new Sources(sources)));
    return sources;
  }

  /** What is not counted yet is, once it was asked for. */
  boolean isCounted(Recorded recorded) {
    recorded.accept(this);
    return counted;
  }

  /** One of an earlier version says nothing of its source, and is not counted again. */
  @Override
  public void visit(RecordedUsage usage) {
    counted = usage.source().map(source -> isCounted(usage, source)).orElse(true);
  }

  /** Its number tells whether it is counted. */
  @Override
  public void visit(CostAdjustment adjustment) {
    counted = false;
  }

  @Override
  public void visit(RevisedUsage revision) {
    counted = false;
  }

  private boolean isCounted(RecordedUsage usage, SourcePosition source) {
    Long before = countedThrough.put(of(usage, source), source.offset());
    if (before == null || before < source.offset()) {
      return false;
    }
    countedThrough.put(of(usage, source), before);
    return true;
  }

  private static CountedSource of(RecordedUsage usage, SourcePosition source) {
    return new CountedSource(usage.orgId(), source.topicId(), source.partition());
  }

  private record Sources(Set<CountedSource> found) implements Recorded.Visitor {

    @Override
    public void visit(RecordedUsage usage) {
      usage.source().ifPresent(source -> found.add(of(usage, source)));
    }

    @Override
    public void visit(CostAdjustment adjustment) {}

    @Override
    public void visit(RevisedUsage revision) {}
  }
}

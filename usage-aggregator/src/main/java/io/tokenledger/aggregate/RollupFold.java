package io.tokenledger.aggregate;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostAdjustment;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.Recorded;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.SourcePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds recorded usage into what it adds to the rollups. Pure; any order gives the same sums. */
final class RollupFold implements Recorded.Visitor {

  private final Map<RollupKey.OrgDay, RollupDelta> orgDays = new HashMap<>();
  private final Map<RollupKey.OrgUserDay, RollupDelta> orgUserDays = new HashMap<>();
  private final Map<RollupKey.OrgQuarterHour, RollupDelta> orgQuarterHours = new HashMap<>();
  private final Map<RollupKey.OrgTagDay, RollupDelta> orgTagDays = new HashMap<>();
  private final Map<RollupKey.Conversation, RollupDelta> conversations = new HashMap<>();
  private final Map<CountedSource, Long> countedThrough = new HashMap<>();
  private final Map<String, Long> adjustedThrough = new HashMap<>();

  private RollupFold() {}

  static RollupDeltas of(List<? extends Recorded> batch, ErasedUsers erased) {
    RollupFold fold = new RollupFold();
    for (Recorded each : batch) {
      kept(each, erased).accept(fold);
    }
    return new RollupDeltas(
        fold.orgDays,
        fold.orgUserDays,
        fold.orgQuarterHours,
        fold.orgTagDays,
        fold.conversations,
        fold.countedThrough,
        fold.adjustedThrough);
  }

  @Override
  public void visit(RecordedUsage usage) {
    addToRows(usage);
    usage.source().ifPresent(source -> count(usage.orgId(), source));
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    addToRows(adjustment);
    adjustedThrough.merge(adjustment.orgId(), adjustment.sequence(), Math::max);
  }

  private void addToRows(Recorded recorded) {
    add(orgDays, RollupKey.OrgDay.of(recorded), recorded);
    add(orgUserDays, RollupKey.OrgUserDay.of(recorded), recorded);
    add(orgQuarterHours, RollupKey.OrgQuarterHour.of(recorded), recorded);
    recorded
        .metadata()
        .forEach(
            (key, value) ->
                add(orgTagDays, RollupKey.OrgTagDay.of(recorded, key, value), recorded));
    if (!recorded.conversationId().isEmpty()) {
      add(conversations, RollupKey.Conversation.of(recorded), recorded);
    }
  }

  private static Recorded kept(Recorded recorded, ErasedUsers erased) {
    Call call = recorded.call();
    String userId = erased.userIdOf(call.orgId(), call.userId(), recorded.occurredAt());
    return userId.equals(call.userId()) ? recorded : recorded.withUserId(userId);
  }

  private void count(String orgId, SourcePosition source) {
    countedThrough.merge(
        new CountedSource(orgId, source.topicId(), source.partition()), source.offset(), Math::max);
  }

  private static <K> void add(Map<K, RollupDelta> deltas, K key, Recorded recorded) {
    deltas.computeIfAbsent(key, absent -> new RollupDelta()).add(recorded);
  }
}

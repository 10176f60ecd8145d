package io.tokenledger.aggregate;

import io.tokenledger.aggregate.RollupKey.Conversation;
import io.tokenledger.aggregate.RollupKey.OrgDay;
import io.tokenledger.aggregate.RollupKey.OrgQuarterHour;
import io.tokenledger.aggregate.RollupKey.OrgTagDay;
import io.tokenledger.aggregate.RollupKey.OrgUserDay;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Folds recorded usage into what it adds to the rollups. Pure; any order gives the same sums. */
final class RollupFold implements Recorded.Visitor {

  private final RollupDeltas deltas;
  private final SharedCalls calls = new SharedCalls();
  private final ErasedUsers erased;

  /**
   * @param deltas what it adds to
   */
  RollupFold(RollupDeltas deltas, ErasedUsers erased) {
    this.deltas = deltas;
    this.erased = erased;
  }

  static RollupDeltas of(List<? extends Recorded> batch, ErasedUsers erased) {
    RollupDeltas deltas = new RollupDeltas();
    RollupFold fold = new RollupFold(deltas, erased);
    for (Recorded each : batch) {
      each.accept(fold);
    }
    return deltas;
  }

  @Override
  public void visit(RecordedUsage usage) {
    addToRows(usage, RollupDelta::add);
    usage.source().ifPresent(source -> count(usage.orgId(), source));
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    addToRows(adjustment, RollupDelta::add);
    count(adjustment);
  }

  @Override
  public void visit(RevisedUsage revision) {
    addToRows(revision.before(), RollupDelta::takeBack);
    addToRows(revision.after(), RollupDelta::add);
    count(revision);
  }

  private <R extends Recorded> void addToRows(R recorded, BiConsumer<RollupDelta, R> change) {
    Call ofOrg = calls.of(recorded.call().withUserId(""));
    Call ofUser = calls.of(keptCall(recorded).withoutLabels());
    LocalDate date = LocalDate.ofInstant(recorded.occurredAt(), ZoneOffset.UTC);
    add(deltas.orgDays(), new OrgDay(date, ofOrg), true, recorded, change);
    add(deltas.orgUserDays(), new OrgUserDay(date, ofUser), false, recorded, change);
    OrgQuarterHour quarter = OrgQuarterHour.of(recorded.occurredAt(), ofOrg);
    add(deltas.orgQuarterHours(), quarter, true, recorded, change);
    recorded
        .metadata()
        .forEach(
            (key, value) -> {
              OrgTagDay tag = new OrgTagDay(key, value, date, ofOrg);
              add(deltas.orgTagDays(), tag, false, recorded, change);
            });
    if (!recorded.conversationId().isEmpty()) {
      Conversation conversation = new Conversation(recorded.conversationId(), ofUser);
      add(deltas.conversations(), conversation, true, recorded, change);
    }
  }

  private Call keptCall(Recorded recorded) {
    Call call = recorded.call();
    String userId = erased.userIdOf(call.orgId(), call.userId(), recorded.occurredAt());
    return userId.equals(call.userId()) ? call : call.withUserId(userId);
  }

  private void count(String orgId, SourcePosition source) {
    CountedSource counted = new CountedSource(orgId, source.topicId(), source.partition());
    deltas.countedThrough().merge(counted, source.offset(), Math::max);
  }

  private void count(Adjustment adjustment) {
    deltas.adjustedThrough().merge(adjustment.orgId(), adjustment.sequence(), Math::max);
  }

  /**
   * @param histogram whether the rollup has one
   */
  private static <K, R extends Recorded> void add(
      Map<K, RollupDelta> rows,
      K key,
      boolean histogram,
      R recorded,
      BiConsumer<RollupDelta, R> change) {
    change.accept(rows.computeIfAbsent(key, absent -> new RollupDelta(histogram)), recorded);
  }
}

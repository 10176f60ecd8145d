package io.tokenledger.aggregate;

import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.SourcePosition;
import java.util.HashMap;
import java.util.Map;

/** Folds recorded usage into what it adds to the rollups. Pure; any order gives the same sums. */
final class RollupFold {

  /** Rows that an event adds to, beside one for each of its tags. */
  static final int ROWS_BESIDE_TAGS = 4;

  private final Map<RollupKey.OrgDay, RollupDelta> orgDays = new HashMap<>();
  private final Map<RollupKey.OrgUserDay, RollupDelta> orgUserDays = new HashMap<>();
  private final Map<RollupKey.OrgQuarterHour, RollupDelta> orgQuarterHours = new HashMap<>();
  private final Map<RollupKey.OrgTagDay, RollupDelta> orgTagDays = new HashMap<>();
  private final Map<RollupKey.Conversation, RollupDelta> conversations = new HashMap<>();
  private final Map<CountedSource, Long> countedThrough = new HashMap<>();
  private final Map<String, Long> adjustedThrough = new HashMap<>();

  private RollupFold() {}

  static RollupDeltas of(Iterable<RecordedUsage> usages, ErasedUsers erased) {
    RollupFold fold = new RollupFold();
    usages.forEach(usage -> fold.add(kept(usage, erased)));
    return new RollupDeltas(
        fold.orgDays,
        fold.orgUserDays,
        fold.orgQuarterHours,
        fold.orgTagDays,
        fold.conversations,
        fold.countedThrough,
        fold.adjustedThrough);
  }

  private void add(RecordedUsage usage) {
    add(orgDays, RollupKey.OrgDay.of(usage), usage);
    add(orgUserDays, RollupKey.OrgUserDay.of(usage), usage);
    add(orgQuarterHours, RollupKey.OrgQuarterHour.of(usage), usage);
    usage
        .metadata()
        .forEach((key, value) -> add(orgTagDays, RollupKey.OrgTagDay.of(usage, key, value), usage));
    if (!usage.conversationId().isEmpty()) {
      add(conversations, RollupKey.Conversation.of(usage), usage);
    }
    usage.source().ifPresent(source -> count(usage.orgId(), source));
    usage
        .adjustment()
        .ifPresent(made -> adjustedThrough.merge(usage.orgId(), made.sequence(), Math::max));
  }

  private static RecordedUsage kept(RecordedUsage usage, ErasedUsers erased) {
    String userId = erased.userIdOf(usage.orgId(), usage.userId(), usage.occurredAt());
    return userId.equals(usage.userId()) ? usage : usage.withUserId(userId);
  }

  private void count(String orgId, SourcePosition source) {
    countedThrough.merge(
        new CountedSource(orgId, source.topicId(), source.partition()), source.offset(), Math::max);
  }

  private static <K> void add(Map<K, RollupDelta> deltas, K key, RecordedUsage usage) {
    deltas.computeIfAbsent(key, absent -> new RollupDelta()).add(usage);
  }
}

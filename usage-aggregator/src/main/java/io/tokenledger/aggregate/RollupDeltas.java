package io.tokenledger.aggregate;

import io.tokenledger.aggregate.RollupKey.Conversation;
import io.tokenledger.aggregate.RollupKey.OrgUserDay;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What a batch, or a window, adds to each of the five rollups.
 *
 * @param countedThrough the greatest offset of the batch, by source
 * @param adjustedThrough the greatest number of an adjustment, by org
 */
public record RollupDeltas(
    Map<RollupKey.OrgDay, RollupDelta> orgDays,
    Map<RollupKey.OrgUserDay, RollupDelta> orgUserDays,
    Map<RollupKey.OrgQuarterHour, RollupDelta> orgQuarterHours,
    Map<RollupKey.OrgTagDay, RollupDelta> orgTagDays,
    Map<RollupKey.Conversation, RollupDelta> conversations,
    Map<CountedSource, Long> countedThrough,
    Map<String, Long> adjustedThrough) {

  /** Nothing yet. */
  RollupDeltas() {
    this(
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>());
  }

  /** Of all rollups. */
  int rows() {
    return orgDays.size()
        + orgUserDays.size()
        + orgQuarterHours.size()
        + orgTagDays.size()
        + conversations.size();
  }

  /**
   * Rows of users who were erased become those of their pseudonyms. What was folded before it was
   * known who is.
   *
   * @throws WindowIsOver when a row has events from before and after the erasure
   */
  void putUnderPseudonyms(ErasedUsers erased) {
    if (erased != ErasedUsers.NONE) {
      rename(orgUserDays, erased, (key, call) -> new OrgUserDay(key.date(), call));
      rename(conversations, erased, (key, call) -> new Conversation(key.conversationId(), call));
    }
  }

  private static <K extends RollupKey> void rename(
      Map<K, RollupDelta> rows, ErasedUsers erased, BiFunction<K, Call, K> withCall) {
    List<Map.Entry<K, RollupDelta>> all = new ArrayList<>(rows.entrySet());
    for (Map.Entry<K, RollupDelta> row : all) {
      Call call = row.getKey().call();
      RollupDelta delta = row.getValue();
      String first = erased.userIdOf(call.orgId(), call.userId(), delta.firstAt());
      String last = erased.userIdOf(call.orgId(), call.userId(), delta.lastAt());
      if (!first.equals(last)) {
        throw new WindowIsOver("a user was erased in the middle of it");
      }
      if (!first.equals(call.userId())) {
        rows.remove(row.getKey());
        rows.merge(withCall.apply(row.getKey(), call.withUserId(first)), delta, RollupDelta::sum);
      }
    }
  }
}

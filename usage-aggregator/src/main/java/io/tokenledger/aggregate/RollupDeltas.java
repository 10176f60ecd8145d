package io.tokenledger.aggregate;

import java.util.HashMap;
import java.util.Map;

/**
 * What a batch adds to each of the five rollups.
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
}

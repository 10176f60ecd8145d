package io.tokenledger.aggregate;

import java.util.HashMap;
import java.util.Map;

/**
 * How far a lane has read its partitions, and up to where what stands on them is counted. As a rule
 * the two are one; a lane stands below after it was given a partition that it begins earlier, as
 * when the log came back shorter. Pure.
 */
public final class LanePositions {

  private final Map<Integer, Position> stored = new HashMap<>();
  private final Map<Integer, Long> next = new HashMap<>();

  /** Nothing was counted of the partition yet, wherever it begins. */
  public void begin(int partition) {
    stored.remove(partition);
    next.remove(partition);
  }

  /**
   * @param position that is stored
   * @param start where it is read from
   */
  public void begin(int partition, Position position, long start) {
    stored.put(partition, position);
    next.put(partition, start);
  }

  /** These offsets were read up to, and what stands below them is counted. */
  public void counted(Map<Integer, Long> nextOffsets) {
    nextOffsets.forEach(
        (partition, offset) ->
            stored.merge(
                partition,
                Position.at(offset),
                (before, now) ->
                    new Position(Math.max(before.counted(), now.counted()), now.readTo())));
    next.putAll(nextOffsets);
  }

  /** By partition, what is stored as far as the lane knows; absent for one never counted. */
  public Map<Integer, Position> stored() {
    return Map.copyOf(stored);
  }

  /** Whether of what comes next some may be counted, which only each message's source tells. */
  public boolean isBelow() {
    return stored.entrySet().stream()
        .anyMatch(each -> next.getOrDefault(each.getKey(), 0L) < each.getValue().counted());
  }

  /** All partitions were taken away. */
  public void clear() {
    stored.clear();
    next.clear();
  }
}

package io.tokenledger.aggregate;

import io.tokenledger.events.Call;
import io.tokenledger.events.CappedSum;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was read since the last commit, folded as it came: of events only what they add to the
 * rollups is kept. It counts all at once or not at all, and only while the rollups count just up to
 * where it began. Adjustments are kept as they are, since only the commit tells which of them
 * count. Pure.
 */
public final class OpenWindow {

  /** Above it, one poll more might not fit the {@code long} of a sum. */
  private static final long MAX_COST_NANOS = BatchParts.MAX_COST_NANOS / 2;

  /** So many of the longest duration, or of the most requests, fit. */
  private static final int MAX_MESSAGES = 1_000_000;

  private final UUID topicId;
  private final Map<Integer, Position> begins;
  private final Bounds bounds;
  private final Map<Integer, Long> nextOffsets = new HashMap<>();
  private final RollupDeltas deltas = new RollupDeltas();
  private final RollupFold fold = new RollupFold(deltas, ErasedUsers.NONE);
  private final List<Recorded> adjustments = new ArrayList<>();
  private int messages;
  private int rowsOfAdjustments;
  private long bytes;
  private long cost;

  /**
   * @param begins by partition, the position that is stored; absent for one never counted
   */
  public OpenWindow(UUID topicId, Map<Integer, Position> begins, Bounds bounds) {
    this.topicId = topicId;
    this.begins = Map.copyOf(begins);
    this.bounds = bounds;
  }

  /**
   * At which it is full, give or take a poll.
   *
   * @param rows of all rollups, with those that adjustments may add to
   * @param bytes of the messages that something is kept of
   */
  public record Bounds(int rows, long bytes) {}

  /**
   * @param size of the message, in bytes
   */
  public void add(Recorded recorded, int size) {
    int rowsBefore = rows();
    if (recorded instanceof Adjustment) {
      adjustments.add(recorded);
      rowsOfAdjustments += BatchParts.rowsOf(recorded);
    } else {
      recorded.accept(fold);
    }
    bytes += rows() > rowsBefore ? size : 0;
    cost = CappedSum.of(cost, BatchParts.costOf(recorded));
    messages++;
  }

  /** Also over messages that are none: what lies below these offsets was read. */
  public void readTo(Map<Integer, Long> next) {
    nextOffsets.putAll(next);
  }

  public boolean isFull() {
    return rows() >= bounds.rows
        || bytes >= bounds.bytes
        || cost > MAX_COST_NANOS
        || messages >= MAX_MESSAGES;
  }

  /** How many it was made of. */
  public int messages() {
    return messages;
  }

  private int rows() {
    return deltas.rows() + rowsOfAdjustments;
  }

  /** By partition, the offset to go on from after it. */
  public Map<Integer, Long> nextOffsets() {
    return nextOffsets;
  }

  /** Where its partitions stand once it is counted. */
  Map<Integer, Position> positionsAfter() {
    Map<Integer, Position> after = new HashMap<>();
    nextOffsets.forEach((partition, next) -> after.put(partition, Position.at(next)));
    return after;
  }

  UUID topicId() {
    return topicId;
  }

  Set<Integer> partitions() {
    return nextOffsets.keySet();
  }

  List<Recorded> adjustments() {
    return adjustments;
  }

  /**
   * The fence, as compare-and-set: what somebody else has counted is in the fold, too, and cannot
   * be taken out of it.
   *
   * @param positions as they are stored
   * @throws WindowIsOver when they are higher than where it began
   * @throws IllegalStateException when they are lower: the database has lost commits
   */
  void requireBegins(Map<Integer, Position> positions) {
    Position.requireKept(positions, begins);
    positions.forEach(
        (partition, position) -> {
          Position began = begins.get(partition);
          if (position.counted() != (began == null ? 0 : began.counted())) {
            throw new WindowIsOver(
                "somebody else counts: the rollups count to %s, and it began at %s"
                    .formatted(positions, begins));
          }
        });
  }

  /** By whom the calls of its events were: each event has a row by user. */
  Stream<Call> calls() {
    return deltas.orgUserDays().keySet().stream().map(RollupKey::call);
  }

  /**
   * To be asked for once.
   *
   * @param passed the adjustments that count
   * @throws WindowIsOver when a row has events from before and after its user was erased
   */
  RollupDeltas deltas(List<Recorded> passed, ErasedUsers erased) {
    deltas.putUnderPseudonyms(erased);
    RollupFold rest = new RollupFold(deltas, erased);
    passed.forEach(each -> each.accept(rest));
    return deltas;
  }
}

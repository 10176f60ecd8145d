package io.tokenledger.aggregate;

import java.util.HashMap;
import java.util.Map;

/**
 * How far a partition of {@code usage.recorded} is counted.
 *
 * @param counted the offset up to which it is; never goes down
 * @param readTo where the batch ended that was counted last: below {@code counted} while a log that
 *     came back shorter is not read up to there again, and the only mark then of what was counted
 *     since
 */
public record Position(long counted, long readTo) {

  private static final Position NONE = at(0);

  /** As it is as a rule. */
  public static Position at(long offset) {
    return new Position(offset, offset);
  }

  /** The offsets up to which is counted, by partition. */
  static Map<Integer, Long> counted(Map<Integer, Position> positions) {
    Map<Integer, Long> counted = new HashMap<>();
    positions.forEach((partition, position) -> counted.put(partition, position.counted));
    return counted;
  }

  /**
   * @param stored by partition
   * @param known what a lane knows to be stored, also of other partitions
   * @throws IllegalStateException when less is stored, or while a partition is read again anything
   *     else: the database has lost commits, and what they counted must be read again first
   */
  public static void requireKept(Map<Integer, Position> stored, Map<Integer, Position> known) {
    stored.forEach(
        (partition, position) -> {
          if (position.lacks(known.getOrDefault(partition, NONE))) {
            throw new IllegalStateException(
                "The database has lost commits: it counts to %s, not to %s"
                    .formatted(stored, known));
          }
        });
  }

  private boolean lacks(Position known) {
    boolean isReadAgain = known.isBelow() || isBelow() && !known.equals(NONE);
    return counted < known.counted || isReadAgain && readTo != known.readTo;
  }

  private boolean isBelow() {
    return readTo < counted;
  }
}

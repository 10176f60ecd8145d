package io.tokenledger.aggregate;

import io.tokenledger.aggregate.support.RollupSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schema {@code rollup}: rows, positions, and who has locked a position. */
final class SimulatedRollups {

  private final Map<RollupKey, RollupSums> rows = new HashMap<>();
  private final Map<CountedSource, Long> countedThrough = new HashMap<>();
  private final Map<Integer, Long> positions = new HashMap<>();
  private final Map<String, Long> adjustedThrough = new HashMap<>();
  private final Map<Integer, Transaction> locks = new HashMap<>();

  Map<RollupKey, RollupSums> rows() {
    return rows;
  }

  /** The rows that say something, without the times: what is taken back was seen all the same. */
  Map<RollupKey, RollupSums> counting() {
    Map<RollupKey, RollupSums> counting = new HashMap<>();
    rows.forEach(
        (key, sums) -> {
          if (!sums.isNothing()) {
            counting.put(key, sums.withoutTimes());
          }
        });
    return counting;
  }

  Map<CountedSource, Long> countedThrough() {
    return countedThrough;
  }

  Map<String, Long> adjustedThrough() {
    return Map.copyOf(adjustedThrough);
  }

  Map<Integer, Long> positions() {
    return Map.copyOf(positions);
  }

  boolean canLock(Set<Integer> partitions) {
    return partitions.stream().noneMatch(locks::containsKey);
  }

  void lock(Set<Integer> partitions, Transaction transaction) {
    partitions.forEach(partition -> locks.put(partition, transaction));
  }

  /** As they are committed now; 0 for what was never counted. */
  Map<Integer, Long> positionsOf(Set<Integer> partitions) {
    Map<Integer, Long> stored = new HashMap<>();
    partitions.forEach(p -> stored.put(p, positions.getOrDefault(p, 0L)));
    return stored;
  }

  void add(RollupDeltas deltas) {
    add(deltas.orgDays());
    add(deltas.orgUserDays());
    add(deltas.orgQuarterHours());
    add(deltas.orgTagDays());
    add(deltas.conversations());
    deltas
        .countedThrough()
        .forEach((source, offset) -> countedThrough.merge(source, offset, Math::max));
    adjustedThrough.putAll(deltas.adjustedThrough());
  }

  void moveTo(Map<Integer, Long> newPositions) {
    newPositions.forEach(
        (partition, next) -> {
          Long before = positions.put(partition, next);
          if (before != null && next < before) {
            throw new AssertionError("the position of " + partition + " goes down");
          }
        });
  }

  /** A transaction that was ended by the server cannot commit. */
  void commit(Transaction transaction) {
    if (transaction.ended) {
      throw new IllegalStateException("the connection is gone");
    }
    transaction.deltas.forEach(this::add);
    moveTo(transaction.positions);
    end(transaction);
  }

  void end(Transaction transaction) {
    transaction.ended = true;
    locks.values().removeIf(transaction::equals);
  }

  private void add(Map<? extends RollupKey, RollupDelta> deltas) {
    deltas.forEach((key, delta) -> rows.merge(key, RollupSums.of(delta), RollupSums::plus));
  }

  /** What a transaction will do when it commits. */
  static final class Transaction {
    final List<RollupDeltas> deltas = new ArrayList<>();
    final Map<Integer, Long> positions = new HashMap<>();
    private boolean ended;
  }
}

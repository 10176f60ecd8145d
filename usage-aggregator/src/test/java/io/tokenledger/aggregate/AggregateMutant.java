package io.tokenledger.aggregate;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Stores and lanes in which one of the guarantees that exactly-once rests on is missing. */
enum AggregateMutant {
  /** Nothing is ever below the position. */
  HAS_NO_FENCE(NoFence::new),
  /** What stands below the position is counted whatever its source says. */
  HAS_NO_SOURCE_FENCE(NoSourceFence::new),
  /** What stands below the position is never counted. */
  TAKES_THE_POSITION_AT_ITS_WORD(PositionAlone::new),
  /** The positions are read, and not held. */
  DOES_NOT_LOCK(NoLock::new),
  /** The positions are read before they are held, as by a snapshot. */
  READS_BEFORE_IT_LOCKS(StaleRead::new),
  /** The positions move before the rows are committed. */
  ACKNOWLEDGES_BEFORE_THE_COMMIT(PositionsFirst::new),
  /** The rows are committed before the positions move. */
  COUNTS_BEFORE_IT_ACKNOWLEDGES(RowsFirst::new),
  /** A lane goes on from where one has read, as by offsets that are committed when polled. */
  GOES_ON_FROM_WHAT_WAS_READ(StartsAtTheRead::new),
  /** Which cost adjustments were counted is not remembered: any number is taken for the next. */
  HAS_NO_ADJUSTMENT_FENCE(NoAdjustmentFence::new),
  /** A position is what the lane last saw, whatever stands there by now. */
  COMPARES_WITH_WHAT_IT_SAW(OwnPosition::new),
  /** What was folded stays when the partitions are given anew. */
  KEEPS_THE_FOLD_OVER_A_REBALANCE(KeptFold::new),
  /** A fold that does not begin at the stored position is taken for one that does. */
  TAKES_THE_POSITION_OF_ANOTHER_FOLD(RebasedFold::new),
  /** What stands below the position is folded with the rest. */
  FOLDS_BELOW_THE_POSITION(FoldBelow::new);

  private final BiFunction<SimulatedRollups, SimulatedProcess, SimulatedStore> connection;
  private final AggregateSimulation.Lanes lane;

  AggregateMutant(BiFunction<SimulatedRollups, SimulatedProcess, SimulatedStore> connection) {
    this.connection = connection;
    this.lane = SimulatedLane::new;
  }

  AggregateMutant(AggregateSimulation.Lanes lane) {
    this.connection = SimulatedStore::new;
    this.lane = lane;
  }

  void run(Chance chance) {
    AggregateSimulation.run(chance, connection, lane);
  }

  private static final class NoFence extends SimulatedStore {
    NoFence(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Uni<Map<Integer, Long>> lock(
        Set<Integer> partitions, SimulatedRollups.Transaction transaction) {
      return super.lock(partitions, transaction)
          .map(
              positions -> {
                Map<Integer, Long> zeros = new HashMap<>(positions);
                zeros.replaceAll((partition, position) -> 0L);
                return zeros;
              });
    }
  }

  private static final class NoSourceFence extends SimulatedStore {
    NoSourceFence(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Map<CountedSource, Long> countedOf(Set<CountedSource> sources) {
      return Map.of();
    }
  }

  private static final class PositionAlone extends SimulatedStore {
    PositionAlone(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Map<CountedSource, Long> countedOf(Set<CountedSource> sources) {
      Map<CountedSource, Long> everything = new HashMap<>();
      sources.forEach(source -> everything.put(source, Long.MAX_VALUE));
      return everything;
    }
  }

  private static final class NoAdjustmentFence extends SimulatedStore {
    NoAdjustmentFence(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Map<String, Long> adjustmentsOf(Set<String> orgIds) {
      return Map.of();
    }
  }

  private static final class NoLock extends SimulatedStore {
    NoLock(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Uni<Map<Integer, Long>> lock(
        Set<Integer> partitions, SimulatedRollups.Transaction transaction) {
      return lane.step("read", () -> rollups.positionsOf(partitions));
    }
  }

  private static final class StaleRead extends SimulatedStore {
    StaleRead(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Uni<Map<Integer, Long>> lock(
        Set<Integer> partitions, SimulatedRollups.Transaction transaction) {
      return lane.step("read", () -> rollups.positionsOf(partitions))
          .chain(stale -> super.lock(partitions, transaction).replaceWith(stale));
    }
  }

  private static final class PositionsFirst extends SimulatedStore {
    PositionsFirst(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    void storePositions(Map<Integer, Long> positions, SimulatedRollups.Transaction transaction) {
      rollups.moveTo(positions);
    }
  }

  private static final class RowsFirst extends SimulatedStore {
    RowsFirst(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    void add(RollupDeltas deltas, SimulatedRollups.Transaction transaction) {
      rollups.add(deltas);
    }
  }

  private static final class StartsAtTheRead extends SimulatedStore {
    private final Map<Integer, Long> read = new HashMap<>();

    StartsAtTheRead(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    void storePositions(Map<Integer, Long> positions, SimulatedRollups.Transaction transaction) {
      super.storePositions(positions, transaction);
      read.putAll(positions);
    }

    @Override
    Uni<Map<Integer, Long>> offsets() {
      return super.offsets().replaceWith(() -> Map.copyOf(read));
    }
  }

  private static final class OwnPosition extends SimulatedStore {
    private final Map<Integer, Long> seen = new HashMap<>();

    OwnPosition(SimulatedRollups rollups, SimulatedProcess lane) {
      super(rollups, lane);
    }

    @Override
    Uni<Map<Integer, Long>> offsets() {
      return super.offsets().invoke(seen::putAll);
    }

    @Override
    void storePositions(Map<Integer, Long> positions, SimulatedRollups.Transaction transaction) {
      super.storePositions(positions, transaction);
      seen.putAll(positions);
    }

    @Override
    Uni<Map<Integer, Long>> lock(
        Set<Integer> partitions, SimulatedRollups.Transaction transaction) {
      return super.lock(partitions, transaction)
          .map(
              stored -> {
                Map<Integer, Long> own = new HashMap<>(stored);
                own.replaceAll((partition, position) -> seen.getOrDefault(partition, 0L));
                return own;
              });
    }
  }

  private static final class KeptFold extends SimulatedLane {
    KeptFold(SimulatedProcess process, SimulatedStore store, SimulatedTopic topic, Chance chance) {
      super(process, store, topic, chance);
    }

    @Override
    void revoked() {
      OpenWindow kept = window;
      super.revoked();
      window = kept;
    }
  }

  private static final class RebasedFold extends SimulatedLane {
    RebasedFold(
        SimulatedProcess process, SimulatedStore store, SimulatedTopic topic, Chance chance) {
      super(process, store, topic, chance);
    }

    @Override
    void isOver() {
      flushAtTheStoredPositions();
    }
  }

  private static final class FoldBelow extends SimulatedLane {
    FoldBelow(SimulatedProcess process, SimulatedStore store, SimulatedTopic topic, Chance chance) {
      super(process, store, topic, chance);
    }

    @Override
    boolean mayFold() {
      return true;
    }
  }
}

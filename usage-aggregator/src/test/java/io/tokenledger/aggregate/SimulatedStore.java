package io.tokenledger.aggregate;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One lane's connection to the simulated rollups. Mutants override it. */
class SimulatedStore implements RollupStore {

  final SimulatedRollups rollups;
  final SimulatedProcess lane;
  private SimulatedRollups.Transaction current = new SimulatedRollups.Transaction();

  SimulatedStore(SimulatedRollups rollups, SimulatedProcess lane) {
    this.rollups = rollups;
    this.lane = lane;
  }

  @Override
  public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
    SimulatedRollups.Transaction transaction = new SimulatedRollups.Transaction();
    current = transaction;
    return work.apply(new Steps(transaction))
        .chain(result -> step("commit", () -> rollups.commit(transaction)).replaceWith(result))
        .onFailure()
        .invoke(() -> rollups.end(transaction));
  }

  @Override
  public Uni<Map<Integer, Position>> positions(UUID topicId) {
    return offsets().map(SimulatedStore::positionsAt);
  }

  Uni<Map<Integer, Long>> offsets() {
    return lane.step("read positions", rollups::positions);
  }

  /** No database is put back here. */
  static Map<Integer, Position> positionsAt(Map<Integer, Long> offsets) {
    Map<Integer, Position> positions = new HashMap<>();
    offsets.forEach((partition, offset) -> positions.put(partition, Position.at(offset)));
    return positions;
  }

  /** The transaction of a lane that died, which the server has yet to end. */
  SimulatedRollups.Transaction current() {
    return current;
  }

  Uni<Map<Integer, Long>> lock(Set<Integer> partitions, SimulatedRollups.Transaction transaction) {
    return lane.step(
        "lock",
        () -> rollups.canLock(partitions),
        () -> {
          rollups.lock(partitions, transaction);
          return rollups.positionsOf(partitions);
        });
  }

  /** An org is on one partition, and whoever has locked that counts alone. */
  Map<String, Long> adjustmentsOf(Set<String> orgIds) {
    return rollups.adjustedThrough();
  }

  Map<CountedSource, Long> countedOf(Set<CountedSource> sources) {
    Map<CountedSource, Long> counted = new HashMap<>(rollups.countedThrough());
    counted.keySet().retainAll(sources);
    return counted;
  }

  void add(RollupDeltas deltas, SimulatedRollups.Transaction transaction) {
    transaction.deltas.add(deltas);
  }

  void storePositions(Map<Integer, Long> positions, SimulatedRollups.Transaction transaction) {
    transaction.positions.putAll(positions);
  }

  private Uni<Void> step(String what, Runnable effect) {
    return lane.step(
        what,
        () -> {
          effect.run();
          return null;
        });
  }

  private final class Steps implements Transaction {
    private final SimulatedRollups.Transaction transaction;

    Steps(SimulatedRollups.Transaction transaction) {
      this.transaction = transaction;
    }

    @Override
    public Uni<Map<Integer, Position>> lockPositions(UUID topicId, Set<Integer> partitions) {
      return lock(partitions, transaction).map(SimulatedStore::positionsAt);
    }

    @Override
    public Uni<Map<CountedSource, Long>> countedThrough(Set<CountedSource> sources) {
      return lane.step("read what is counted", () -> countedOf(sources));
    }

    @Override
    public Uni<Map<String, Long>> lockAdjustments(Set<String> orgIds) {
      return lane.step("lock adjustments", () -> adjustmentsOf(orgIds));
    }

    /** Nothing is lost here; it is a read, and another moment to die. */
    @Override
    public Uni<Set<UUID>> recordedIds(List<Adjustment> adjustments) {
      return lane.step(
          "read recorded ids",
          () ->
              adjustments.stream().flatMap(each -> each.id().stream()).collect(Collectors.toSet()));
    }

    /** Nobody is erased here; it is a read, and another moment to die. */
    @Override
    public Uni<ErasedUsers> erasedUsers(List<Call> calls) {
      return lane.step("read erased users", () -> ErasedUsers.NONE);
    }

    @Override
    public Uni<Void> add(RollupDeltas deltas) {
      return step("add", () -> SimulatedStore.this.add(deltas, transaction));
    }

    @Override
    public Uni<Void> storePositions(UUID topicId, Map<Integer, Position> positions) {
      return step(
          "store positions",
          () -> SimulatedStore.this.storePositions(Position.counted(positions), transaction));
    }
  }
}

package io.tokenledger.aggregate;

import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a lane of {@code kafka.AggregatorBatches} does with its clients, here with simulated ones.
 */
final class SimulatedLane {

  private static final int NOT_A_MEMBER = -1;

  final SimulatedProcess process;
  final SimulatedStore store;
  private final SimulatedTopic topic;
  private final Chance chance;
  private final UsageAggregator aggregator;
  private final Map<Integer, Long> positions = new HashMap<>();
  private boolean assigning;
  private int generation = NOT_A_MEMBER;

  SimulatedLane(
      SimulatedProcess process, SimulatedStore store, SimulatedTopic topic, Chance chance) {
    this.process = process;
    this.store = store;
    this.topic = topic;
    this.chance = chance;
    this.aggregator = new UsageAggregator(store);
  }

  /** A lane that is not in the middle of a batch hears of a rebalance. */
  boolean canJoin() {
    return process.isIdle() || assigning;
  }

  boolean isMemberOf(int current) {
    return generation == current;
  }

  boolean hasReadEverything() {
    return process.isIdle()
        && positions.entrySet().stream().allMatch(p -> p.getValue() >= topic.endOf(p.getKey()));
  }

  /** A rebalance: all positions are found anew. */
  void assign(int newGeneration, Set<Integer> partitions) {
    crash();
    generation = newGeneration;
    assigning = true;
    chance.tell(process.name(), "has partitions " + partitions + " in " + newGeneration);
    store
        .positions(SimulatedTopic.ID)
        .subscribe()
        .with(
            stored -> {
              assigning = false;
              partitions.forEach(
                  p -> positions.put(p, topic.startOf(p, startAt(stored.getOrDefault(p, 0L)))));
            });
  }

  /** One turn of the loop, if the lane is not waiting for anything. */
  void poll() {
    RecordedBatch batch = topic.read(positions);
    if (!batch.nextOffsets().isEmpty()) {
      chance.tell(process.name(), "reads up to " + batch.nextOffsets());
      positions.putAll(batch.nextOffsets());
      aggregator
          .aggregate(batch)
          .subscribe()
          .with(counted -> topic.commit(batch.nextOffsets()), failure -> crash());
    }
  }

  /** Everything in memory is gone. */
  void crash() {
    process.die();
    positions.clear();
    assigning = false;
    generation = NOT_A_MEMBER;
  }

  /** At times from before what is counted, as after a restore or by hand. */
  private long startAt(long stored) {
    long start = chance.oneIn(8) ? chance.below((int) stored + 1) : stored;
    chance.tell(process.name(), "starts at " + start);
    return start;
  }
}

package io.tokenledger.aggregate;

import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lane of {@code kafka.AggregatorBatches} does with its clients, here with simulated ones.
 * Mutants override it.
 */
class SimulatedLane {

  private static final int NOT_A_MEMBER = -1;
  private static final OpenWindow.Bounds BOUNDS = new OpenWindow.Bounds(60, 1_000);

  final SimulatedProcess process;
  final SimulatedStore store;
  private final SimulatedTopic topic;
  private final Chance chance;
  private final UsageAggregator aggregator;
  private final Map<Integer, Long> reads = new HashMap<>();
  private final LanePositions positions = new LanePositions();
  private final List<RecordedBatch> folded = new ArrayList<>();
  OpenWindow window;
  private int careful;
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

  boolean hasOpenWindow() {
    return window != null;
  }

  boolean hasReadEverything() {
    return process.isIdle()
        && !hasOpenWindow()
        && reads.entrySet().stream().allMatch(p -> p.getValue() >= topic.endOf(p.getKey()));
  }

  /** A rebalance: all positions are found anew. */
  void assign(int newGeneration, Set<Integer> partitions) {
    process.die();
    revoked();
    generation = newGeneration;
    chance.tell(process.name(), "has partitions " + partitions + " in " + newGeneration);
    begin(partitions);
  }

  private void begin(Set<Integer> partitions) {
    assigning = true;
    store
        .positions(SimulatedTopic.ID)
        .subscribe()
        .with(
            stored -> {
              assigning = false;
              partitions.forEach(p -> begin(p, stored.get(p)));
            });
  }

  private void begin(int partition, Position stored) {
    long start = topic.startOf(partition, stored == null ? 0 : startAt(stored.counted()));
    reads.put(partition, start);
    if (stored == null) {
      positions.begin(partition);
    } else {
      positions.begin(partition, stored, start);
    }
  }

  /** One turn of the loop, if the lane is not waiting for anything. */
  void poll() {
    RecordedBatch batch = topic.read(reads);
    if (batch.nextOffsets().isEmpty()) {
      flush();
    } else {
      chance.tell(process.name(), "reads up to " + batch.nextOffsets());
      reads.putAll(batch.nextOffsets());
      if (mayFold() && careful == 0) {
        fold(batch);
      } else {
        count(batch);
      }
    }
  }

  boolean mayFold() {
    return !positions.isBelow();
  }

  private void fold(RecordedBatch batch) {
    window =
        window == null ? new OpenWindow(SimulatedTopic.ID, positions.stored(), BOUNDS) : window;
    fold(batch, window);
    folded.add(batch);
    if (window.isFull() || chance.oneIn(4)) {
      flush();
    }
  }

  private static void fold(RecordedBatch batch, OpenWindow into) {
    batch.messages().forEach(message -> into.add(message.recorded(), 1));
    into.readTo(batch.nextOffsets());
  }

  private void count(RecordedBatch batch) {
    aggregator
        .aggregate(batch)
        .subscribe()
        .with(
            counted -> {
              careful = Math.max(0, careful - batch.messages().size());
              counted(batch.nextOffsets());
            },
            this::failed);
  }

  /** Also by one that lost its partitions, and does not know it yet. */
  void flush() {
    if (window != null) {
      OpenWindow over = window;
      chance.tell(process.name(), "flushes up to " + over.nextOffsets());
      aggregator
          .aggregate(over)
          .subscribe()
          .with(
              done -> {
                forget();
                counted(over.nextOffsets());
              },
              this::failed);
    }
  }

  private void counted(Map<Integer, Long> nextOffsets) {
    positions.counted(nextOffsets);
    topic.commit(nextOffsets);
  }

  private void failed(Throwable failure) {
    if (failure instanceof WindowIsOver) {
      isOver();
    } else {
      crash();
    }
  }

  /** What it was made of is read again, by itself. */
  void isOver() {
    careful = window.messages();
    chance.tell(process.name(), "throws its window away");
    forget();
    begin(Set.copyOf(reads.keySet()));
  }

  /** As one that takes another's position for its own would. */
  final void flushAtTheStoredPositions() {
    store
        .positions(SimulatedTopic.ID)
        .subscribe()
        .with(
            stored -> {
              window = new OpenWindow(SimulatedTopic.ID, stored, BOUNDS);
              folded.forEach(batch -> fold(batch, window));
              flush();
            });
  }

  private void forget() {
    window = null;
    folded.clear();
  }

  void revoked() {
    forget();
    reads.clear();
    positions.clear();
    assigning = false;
    generation = NOT_A_MEMBER;
  }

  /** Everything in memory is gone. */
  final void crash() {
    process.die();
    careful = window == null ? careful : window.messages();
    forget();
    revoked();
  }

  /** At times from before what is counted, as after a restore or by hand. */
  private long startAt(long stored) {
    long start = chance.oneIn(8) ? chance.below((int) stored + 1) : stored;
    chance.tell(process.name(), "starts at " + start);
    return start;
  }
}

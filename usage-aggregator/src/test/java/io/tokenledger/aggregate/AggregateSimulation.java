package io.tokenledger.aggregate;

import io.tokenledger.aggregate.support.RollupSums;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Two lanes of usage-aggregator in a world where anything may happen between any two of their
 * effects: they die before, after or during one, leave a transaction that holds its locks, lose
 * their partitions without knowing it, also within an open window, and start from positions that
 * are counted already. Costs change, and the adjustments come once, again, or not at all until they
 * are sent anew. In the end they are left alone, and the rollups must be the fold of the events and
 * of each adjustment once.
 */
final class AggregateSimulation {

  private static final int TURNS = 40;
  private static final int TURNS_TO_DRAIN = 2_000;

  private final Chance chance;
  private final SimulatedTopic topic;
  private final SimulatedRollups rollups = new SimulatedRollups();
  private final List<SimulatedLane> lanes;
  private final List<Runnable> leftBehind = new ArrayList<>();
  private int generation;

  private AggregateSimulation(
      Chance chance,
      BiFunction<SimulatedRollups, SimulatedProcess, SimulatedStore> connection,
      Lanes lane) {
    this.chance = chance;
    this.topic = new SimulatedTopic(chance);
    this.lanes =
        Stream.of("lane A", "lane B")
            .map(name -> new SimulatedProcess(name, chance))
            .map(process -> lane.open(process, connection.apply(rollups, process), topic, chance))
            .toList();
  }

  static void run(Chance chance) {
    run(chance, SimulatedStore::new, SimulatedLane::new);
  }

  static void run(
      Chance chance,
      BiFunction<SimulatedRollups, SimulatedProcess, SimulatedStore> connection,
      Lanes lane) {
    AggregateSimulation simulation = new AggregateSimulation(chance, connection, lane);
    for (int turn = 0; turn < TURNS; turn++) {
      simulation.anything();
    }
    simulation.drain();
    simulation.check();
  }

  private void anything() {
    switch (chance.below(19)) {
      case 0, 1, 2 -> topic.publish();
      case 3 -> rebalance();
      case 4, 5 -> kill(chance.oneOf(lanes));
      case 6 -> whatWasLeftBehindHappens();
      case 7, 8 -> topic.adjust(rollups.countedThrough());
      case 18 -> kafkaLosesTheEnd();
      default -> goOn(chance.oneOf(lanes));
    }
  }

  private void goOn(SimulatedLane lane) {
    if (lane.process.canGoOn()) {
      lane.process.goOn();
    } else if (lane.process.isIdle() && !lane.isMemberOf(generation)) {
      if (chance.oneIn(2)) {
        lane.flush();
      } else {
        rebalance();
      }
    } else if (lane.process.isIdle()) {
      lane.poll();
    }
  }

  /**
   * Who is busy is not waited for, nor at times who is stopped within a window: it keeps what it
   * read of partitions that others have now.
   */
  private void rebalance() {
    generation++;
    List<SimulatedLane> members =
        lanes.stream()
            .filter(lane -> lane.canJoin() && !(lane.hasOpenWindow() && chance.oneIn(2)))
            .toList();
    if (!members.isEmpty()) {
      int first = chance.below(members.size());
      for (int i = 0; i < members.size(); i++) {
        members.get((first + i) % members.size()).assign(generation, share(i, members.size()));
      }
    }
  }

  private static Set<Integer> share(int member, int members) {
    Set<Integer> partitions = new HashSet<>(SimulatedTopic.PARTITIONS);
    partitions.removeIf(partition -> partition % members != member);
    return partitions;
  }

  /**
   * The server ends the transaction of the dead when it notices, and its locks are held so long.
   */
  private void kill(SimulatedLane lane) {
    SimulatedRollups.Transaction transaction = lane.store.current();
    Runnable onItsWay = () -> {};
    switch (chance.below(3)) {
      case 0 -> lane.process.die();
      case 1 -> lane.process.dieAfterTheEffect();
      default -> onItsWay = lane.process.dieDuringTheEffect();
    }
    Runnable last = onItsWay;
    leftBehind.add(
        () -> {
          last.run();
          rollups.end(transaction);
        });
    lane.crash();
  }

  /** With everybody who was at work. */
  private void kafkaLosesTheEnd() {
    lanes.forEach(this::kill);
    leftBehind.forEach(Runnable::run);
    leftBehind.clear();
    topic.loseTheEnd(rollups.positions(), rollups.countedThrough());
  }

  private void whatWasLeftBehindHappens() {
    if (!leftBehind.isEmpty()) {
      leftBehind.remove(chance.below(leftBehind.size())).run();
    }
  }

  private void drain() {
    for (int turn = 0; !isDone(); turn++) {
      if (turn == TURNS_TO_DRAIN) {
        throw new AssertionError("it does not come to an end");
      }
      lanes.forEach(this::goOn);
      if (chance.oneIn(5)) {
        whatWasLeftBehindHappens();
      }
      if (hasReadEverything()) {
        topic.sendPending(rollups.adjustedThrough());
      }
    }
  }

  private boolean isDone() {
    return hasReadEverything() && !topic.hasPending(rollups.adjustedThrough());
  }

  private boolean hasReadEverything() {
    return leftBehind.isEmpty()
        && lanes.stream().allMatch(l -> l.isMemberOf(generation) && l.hasReadEverything());
  }

  private void check() {
    SimulatedRollups expected = new SimulatedRollups();
    expected.add(RollupFold.of(topic.all(), ErasedUsers.NONE));
    if (!rollups.rows().equals(expected.rows())) {
      throw new AssertionError(
          "the rollups are %s, and not %s".formatted(rollups.rows(), expected.rows()));
    }
    SimulatedRollups truth = new SimulatedRollups();
    truth.add(RollupFold.of(topic.whatEventsBecame(), ErasedUsers.NONE));
    Map<RollupKey, RollupSums> counting = rollups.counting();
    if (!counting.equals(truth.counting())) {
      throw new AssertionError(
          "the rollups sum up to %s, and not to %s".formatted(counting, truth.counting()));
    }
    if (!rollups.countedThrough().equals(expected.countedThrough())) {
      throw new AssertionError(
          "counted through " + rollups.countedThrough() + ", not " + expected.countedThrough());
    }
    if (!rollups.adjustedThrough().equals(expected.adjustedThrough())) {
      throw new AssertionError(
          "adjusted through " + rollups.adjustedThrough() + ", not " + expected.adjustedThrough());
    }
  }

  /** Makes the lanes. */
  interface Lanes {
    SimulatedLane open(
        SimulatedProcess process, SimulatedStore store, SimulatedTopic topic, Chance chance);
  }
}

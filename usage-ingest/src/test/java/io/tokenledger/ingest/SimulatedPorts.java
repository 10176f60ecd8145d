package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.kafka.PartitionStart;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a lane reaches the world by. Mutants override it. */
class SimulatedPorts {

  final SimulatedKafka kafka;
  final SimulatedDatabase database;

  /** What was sent to PostgreSQL and not waited for. */
  final List<Runnable> onTheirWay = new ArrayList<>();

  SimulatedPorts(SimulatedKafka kafka, SimulatedDatabase database) {
    this.kafka = kafka;
    this.database = database;
    database.counted = kafka::isCounted;
  }

  Uni<Map<EventKey.Name, StoredEvent>> store(
      SimulatedProcess lane, SimulatedBatch batch, List<PricedEvent> events, UsageBatch read) {
    return lane.step("ask", () -> database.ask(events))
        .chain(found -> lane.step("store", () -> database.store(events, read, found)))
        .onFailure(SimulatedDatabase.KeyTakenException.class)
        .recoverWithUni(() -> storeAgain(lane, batch, events, read));
  }

  /** After a unique violation: what was in the way is seen now. */
  Uni<Map<EventKey.Name, StoredEvent>> storeAgain(
      SimulatedProcess lane, SimulatedBatch batch, List<PricedEvent> events, UsageBatch read) {
    return store(lane, batch, events, read);
  }

  Uni<Void> publish(
      SimulatedProcess lane,
      SimulatedBatch batch,
      List<RecordedUsage> recorded,
      List<DeadLetter> deadLetters) {
    return lane.step("send", () -> kafka.send(lane.name(), batch, recorded, deadLetters))
        .chain(transaction -> lane.step("commit", () -> commit(transaction)));
  }

  /** Whether it happens, and when, nobody knows. */
  void noteSoon(TopicPositions positions) {
    onTheirWay.add(
        () -> {
          if (database.isCurrent(positions.source())) {
            database.raise(positions);
          }
        });
  }

  Uni<Void> note(SimulatedProcess lane, TopicPositions positions) {
    return lane.step(
        "note published",
        () -> {
          database.raise(positions);
          return null;
        });
  }

  Uni<UUID> epoch(SimulatedProcess lane) {
    return lane.step("read the epoch", database::epoch);
  }

  Uni<Void> beginEpoch(SimulatedProcess lane, UUID over, Map<Integer, Long> below) {
    return lane.step(
        "begin an epoch",
        () -> {
          database.begin(over, below);
          return null;
        });
  }

  Uni<Map<Integer, Long>> noted(SimulatedProcess lane, UUID epoch) {
    return lane.step("read published positions", () -> Map.copyOf(database.publishedBelow(epoch)));
  }

  Uni<Map<Integer, Long>> committed(SimulatedProcess lane, Set<Integer> partitions) {
    return lane.step(
        "read committed offsets",
        () -> kafka.isStable(partitions),
        () -> Map.copyOf(kafka.committed));
  }

  boolean isAnotherLog(PartitionStart start) {
    return start.isAnotherLog();
  }

  long readFrom(PartitionStart start) {
    return start.readFrom();
  }

  long publishedBelow(PartitionStart start) {
    return start.publishedBelow();
  }

  private Void commit(SimulatedKafka.Transaction transaction) {
    kafka.commit(transaction);
    return null;
  }
}

package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.ingest.kafka.StartOffset;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What a lane reaches the world by. Mutants override it. */
class SimulatedPorts {

  final SimulatedKafka kafka;
  final SimulatedDatabase database;

  SimulatedPorts(SimulatedKafka kafka, SimulatedDatabase database) {
    this.kafka = kafka;
    this.database = database;
  }

  Uni<Map<UUID, StoredEvent>> store(
      SimulatedProcess lane, SimulatedBatch batch, List<PricedEvent> events, TopicPositions below) {
    return lane.step("store", () -> database.store(events, below));
  }

  Uni<Void> publish(
      SimulatedProcess lane,
      SimulatedBatch batch,
      List<RecordedUsage> recorded,
      List<DeadLetter> deadLetters) {
    return lane.step("send", () -> kafka.send(lane.name(), batch, recorded, deadLetters))
        .chain(transaction -> lane.step("commit", () -> commit(transaction)));
  }

  Uni<Void> notePublished(SimulatedProcess lane, Map<Integer, Long> below) {
    TopicPositions positions = new TopicPositions(SimulatedMessage.TOPIC, Map.copyOf(below));
    return lane.step(
        "note published",
        () -> {
          database.raise(positions);
          return null;
        });
  }

  Uni<Map<Integer, Long>> published(SimulatedProcess lane) {
    return lane.step("read published positions", () -> Map.copyOf(database.publishedBelow));
  }

  Uni<Map<Integer, Long>> committed(SimulatedProcess lane, Set<Integer> partitions) {
    return lane.step(
        "read committed offsets",
        () -> kafka.isStable(partitions),
        () -> Map.copyOf(kafka.committed));
  }

  OptionalLong start(OptionalLong committed, OptionalLong published) {
    return StartOffset.of(committed, published);
  }

  private Void commit(SimulatedKafka.Transaction transaction) {
    kafka.commit(transaction);
    return null;
  }
}

package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.SourcePosition;
import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Worlds in which one of the guarantees that exactly-once rests on is missing. */
enum IngestMutant {
  /** Kafka's offsets move before the rows are stored. */
  ACKNOWLEDGES_BEFORE_THE_COMMIT(AcknowledgesFirst::new),
  /** A row does not say where it came from, so none is recognised after a crash. */
  FORGETS_THE_SOURCE_POSITION(
      telling((row, event) -> stored(new SourcePosition(SimulatedMessage.TOPIC, -1, -1), row))),
  /** A row does not say where it came from, and all are taken for ours. */
  TAKES_EVERY_ROW_FOR_OURS(telling((row, event) -> stored(event.message().position(), row))),
  /** After a crash a row is published at the price of today. */
  FORGETS_THE_STORED_COST(telling((row, event) -> atTheCostOf(event, row))),
  /** A lane starts from the offsets committed to Kafka, and from nothing else. */
  TRUSTS_COMMITTED_OFFSETS_ALONE(startingBy((committed, published) -> committed)),
  /** A lane starts from what PostgreSQL knows to be published, and from nothing else. */
  TRUSTS_PUBLISHED_POSITIONS_ALONE(startingBy((committed, published) -> published)),
  /** A batch is noted as published when it is stored. */
  NOTES_WHERE_THE_BATCH_ENDS(NotesTheEnd::new),
  /** What was read first is published last. */
  PUBLISHES_OUT_OF_ORDER(PublishesBackwards::new),
  /** A zombie moves the published position back. */
  OVERWRITES_PUBLISHED_POSITIONS(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance),
              new SimulatedDatabase() {
                @Override
                long raised(int partition, long offset) {
                  return offset;
                }
              })),
  /** An instance that lost its partitions may still commit. */
  ADMITS_FORMER_MEMBERS(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance) {
                @Override
                boolean isMember(int generationOfBatch) {
                  return true;
                }
              },
              new SimulatedDatabase())),
  /** Committed offsets are told while a transaction that moves them is open. */
  READS_UNSTABLE_OFFSETS(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance) {
                @Override
                boolean isStable(Set<Integer> partitions) {
                  return true;
                }
              },
              new SimulatedDatabase()));

  private final Function<Chance, SimulatedPorts> world;

  IngestMutant(Function<Chance, SimulatedPorts> world) {
    this.world = world;
  }

  void run(Chance chance) {
    IngestSimulation.run(chance, world.apply(chance));
  }

  private static Function<Chance, SimulatedPorts> telling(
      BiFunction<PricedEvent, PricedEvent, StoredEvent> told) {
    return chance ->
        new SimulatedPorts(
            new SimulatedKafka(chance),
            new SimulatedDatabase() {
              @Override
              StoredEvent told(PricedEvent row, PricedEvent event) {
                return told.apply(row, event);
              }
            });
  }

  private static Function<Chance, SimulatedPorts> startingBy(BinaryOperator<OptionalLong> rule) {
    return chance ->
        new SimulatedPorts(new SimulatedKafka(chance), new SimulatedDatabase()) {
          @Override
          OptionalLong start(OptionalLong committed, OptionalLong published) {
            return rule.apply(committed, published);
          }
        };
  }

  private static StoredEvent stored(SourcePosition position, PricedEvent row) {
    return new StoredEvent(
        position,
        row.event().call().userId(),
        row.event().payloadHash(),
        row.costStatus(),
        row.costNanos(),
        row.priceVersion());
  }

  private static StoredEvent atTheCostOf(PricedEvent event, PricedEvent row) {
    return new StoredEvent(
        row.message().position(),
        row.event().call().userId(),
        row.event().payloadHash(),
        event.costStatus(),
        event.costNanos(),
        event.priceVersion());
  }

  private static final class AcknowledgesFirst extends SimulatedPorts {
    AcknowledgesFirst(Chance chance) {
      super(new SimulatedKafka(chance), new SimulatedDatabase());
    }

    @Override
    Uni<Map<UUID, StoredEvent>> store(
        SimulatedProcess lane,
        SimulatedBatch batch,
        List<PricedEvent> events,
        TopicPositions below) {
      return publish(lane, batch, List.of(), List.of())
          .chain(() -> super.store(lane, batch, events, below));
    }
  }

  private static final class NotesTheEnd extends SimulatedPorts {
    NotesTheEnd(Chance chance) {
      super(new SimulatedKafka(chance), new SimulatedDatabase());
    }

    @Override
    Uni<Map<UUID, StoredEvent>> store(
        SimulatedProcess lane,
        SimulatedBatch batch,
        List<PricedEvent> events,
        TopicPositions below) {
      return super.store(
          lane, batch, events, new TopicPositions(below.topicId(), batch.nextOffsets()));
    }
  }

  private static final class PublishesBackwards extends SimulatedPorts {
    PublishesBackwards(Chance chance) {
      super(new SimulatedKafka(chance), new SimulatedDatabase());
    }

    @Override
    Uni<Void> publish(
        SimulatedProcess lane,
        SimulatedBatch batch,
        List<RecordedUsage> recorded,
        List<DeadLetter> deadLetters) {
      List<RecordedUsage> backwards = new ArrayList<>(recorded);
      Collections.reverse(backwards);
      return super.publish(lane, batch, backwards, deadLetters);
    }
  }
}

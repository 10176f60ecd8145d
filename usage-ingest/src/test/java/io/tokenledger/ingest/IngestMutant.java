package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.kafka.PartitionStart;
import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Worlds in which one of the guarantees that exactly-once rests on is missing. */
enum IngestMutant {
  /** Kafka's offsets move before the rows are stored. */
  ACKNOWLEDGES_BEFORE_THE_COMMIT(AcknowledgesFirst::new),
  /** What another transaction has stored since a batch asked is stored over. */
  TAKES_A_TAKEN_KEY_FOR_FREE(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance),
              new SimulatedDatabase() {
                @Override
                void refuse(Set<String> taken) {}
              })),
  /** After a unique violation nobody asks whose the row is. */
  TAKES_A_TAKEN_KEY_FOR_A_DUPLICATE(TakesForDuplicates::new),
  /** A row does not say where it came from, so none is recognised after a crash. */
  FORGETS_THE_SOURCE_POSITION(
      telling((row, event) -> stored(new SourcePosition(SimulatedMessage.TOPIC, -1, -1), row))),
  /** A row does not say where it came from, and all are taken for ours. */
  TAKES_EVERY_ROW_FOR_OURS(telling((row, event) -> stored(event.message().position(), row))),
  /** After a crash a row is published at the price of today. */
  FORGETS_THE_STORED_COST(telling((row, event) -> atTheCostOf(event, row))),
  /** After a crash it is not known any more what caching saved. */
  FORGETS_WHAT_CACHING_SAVED(
      telling(
          (row, event) ->
              at(
                  row.costStatus(),
                  row.costNanos(),
                  OptionalLong.empty(),
                  row.priceVersion(),
                  row))),
  /** A lane starts from what PostgreSQL knows to be published, and from nothing else. */
  TRUSTS_PUBLISHED_POSITIONS_ALONE(startingBy(PartitionStart::readFrom, start -> 0)),
  /** Nobody looks whether Kafka knows less than was read of it. */
  TAKES_ANY_LOG_FOR_ITS_OWN(
      chance ->
          new SimulatedPorts(new SimulatedKafka(chance), new SimulatedDatabase()) {
            @Override
            boolean isAnotherLog(PartitionStart start) {
              return false;
            }
          }),
  /** What an epoch that is over left unpublished stays so. */
  LEAVES_ROWS_UNPUBLISHED(takingOver((of, counted) -> false)),
  /** Whatever an epoch that is over left is published again. */
  PUBLISHES_AGAIN_IN_A_NEW_EPOCH(takingOver((of, counted) -> true)),
  /** Two batches take the same row over, as both were told that nobody had. */
  TAKES_OVER_WHAT_IS_TAKEN_OVER(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance),
              new SimulatedDatabase() {
                @Override
                boolean isOfAnotherEpoch(PricedEvent asked, PricedEvent row, PricedEvent copy) {
                  return super.isOfAnotherEpoch(row, asked, copy);
                }
              })),
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
                long raised(long before, long offset) {
                  return offset;
                }
              })),
  /** Whatever revision comes last takes its place. */
  LETS_THE_LAST_REVISION_WIN(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance), new SimulatedDatabase(new LastRevisionWins()))),
  /** A revision takes its place though the one before is yet to be published. */
  REVISES_WHAT_IS_ON_ITS_WAY(
      chance ->
          new SimulatedPorts(
              new SimulatedKafka(chance),
              new SimulatedDatabase() {
                @Override
                boolean isSettled(String name, SourcePosition of) {
                  return true;
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

  private static final SourcePosition NOWHERE = new SourcePosition(SimulatedMessage.TOPIC, -1, -1);

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

  private static Function<Chance, SimulatedPorts> startingBy(
      ToLongFunction<PartitionStart> from, ToLongFunction<PartitionStart> below) {
    return chance ->
        new SimulatedPorts(new SimulatedKafka(chance), new SimulatedDatabase()) {
          @Override
          long readFrom(PartitionStart start) {
            return from.applyAsLong(start);
          }

          @Override
          long publishedBelow(PartitionStart start) {
            return below.applyAsLong(start);
          }
        };
  }

  private static Function<Chance, SimulatedPorts> takingOver(
      BiPredicate<SourcePosition, Boolean> rule) {
    return chance ->
        new SimulatedPorts(
            new SimulatedKafka(chance),
            new SimulatedDatabase() {
              @Override
              boolean isTakenOver(String name, SourcePosition of) {
                return rule.test(of, counted.test(name));
              }
            });
  }

  private static StoredEvent stored(SourcePosition position, PricedEvent row) {
    return row.toStored().at(position);
  }

  private static StoredEvent atTheCostOf(PricedEvent event, PricedEvent row) {
    return at(
        event.costStatus(), event.costNanos(), event.cacheSavedNanos(), event.priceVersion(), row);
  }

  private static StoredEvent at(
      CostStatus status, long nanos, OptionalLong saved, String priceVersion, PricedEvent row) {
    StoredEvent stored = row.toStored();
    return new StoredEvent(
        stored.position(),
        stored.userId(),
        stored.revision(),
        stored.payloadHash(),
        status,
        nanos,
        saved,
        priceVersion,
        stored.later());
  }

  private static final class LastRevisionWins extends SimulatedRevisions {
    private final Map<String, PricedEvent> last = new HashMap<>();

    @Override
    void keep(String name, PricedEvent first, PricedEvent copy) {
      super.keep(name, first, copy);
      last.put(name, copy);
    }

    @Override
    PricedEvent counting(String name, PricedEvent first) {
      return last.getOrDefault(name, first);
    }
  }

  private static final class TakesForDuplicates extends SimulatedPorts {
    TakesForDuplicates(Chance chance) {
      super(new SimulatedKafka(chance), new SimulatedDatabase());
    }

    @Override
    Uni<Map<EventKey.Name, StoredEvent>> storeAgain(
        SimulatedProcess lane, SimulatedBatch batch, List<PricedEvent> events, UsageBatch read) {
      Map<EventKey.Name, StoredEvent> others = new HashMap<>();
      events.forEach(e -> others.put(e.name(), e.toStored().at(NOWHERE)));
      return Uni.createFrom().item(others);
    }
  }

  private static final class AcknowledgesFirst extends SimulatedPorts {
    AcknowledgesFirst(Chance chance) {
      super(new SimulatedKafka(chance), new SimulatedDatabase());
    }

    @Override
    Uni<Map<EventKey.Name, StoredEvent>> store(
        SimulatedProcess lane, SimulatedBatch batch, List<PricedEvent> events, UsageBatch read) {
      return publish(lane, batch, List.of(), List.of())
          .chain(() -> super.store(lane, batch, events, read));
    }
  }

  private static final class NotesTheEnd extends SimulatedPorts {
    NotesTheEnd(Chance chance) {
      super(new SimulatedKafka(chance), new SimulatedDatabase());
    }

    @Override
    Uni<Map<EventKey.Name, StoredEvent>> store(
        SimulatedProcess lane, SimulatedBatch batch, List<PricedEvent> events, UsageBatch read) {
      TopicPositions end = new TopicPositions(read.readFrom().source(), batch.readUpTo());
      return super.store(
          lane, batch, events, new UsageBatch(read.messages(), end, read.publishedBelow()));
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

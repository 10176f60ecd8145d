package io.tokenledger.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.kafka.PartitionStart;
import io.tokenledger.ingest.support.KeptDays;
import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What a lane of {@code kafka.IngestBatches} does with its clients, here with simulated ones. */
final class SimulatedLane {

  private static final int LARGEST_POLL = 4;
  private static final int NOT_A_MEMBER = -1;

  final SimulatedProcess process;
  private final SimulatedPorts ports;
  private final Chance chance;
  private final UsageIngestor ingestor;
  private final Map<Integer, Long> positions = new HashMap<>();
  private final Map<Integer, Long> readFrom = new HashMap<>();
  private final Map<Integer, Long> publishedBelow = new HashMap<>();
  private UUID epoch = SimulatedMessage.TOPIC;
  private boolean isNoted = true;
  private SimulatedBatch batch;
  private boolean assigning;
  private int generation = NOT_A_MEMBER;

  SimulatedLane(String name, SimulatedPorts ports, PriceBooks prices, Chance chance) {
    this.process = new SimulatedProcess(name, chance);
    this.ports = ports;
    this.chance = chance;
    this.ingestor =
        new UsageIngestor(
            new EventIntake(new KeptDays(RetentionConfig.MAX_DAYS), prices),
            (events, read) -> ports.store(process, batch, events, read),
            new SimpleMeterRegistry());
  }

  /** A lane that is not in the middle of a batch hears of a rebalance. */
  boolean canJoin() {
    return process.isIdle() || assigning;
  }

  boolean isMember() {
    return generation == ports.kafka.generation();
  }

  /** Everything that was there is published, and noted. */
  boolean isDone() {
    return process.isIdle()
        && isMember()
        && isNoted
        && positions.entrySet().stream()
            .allMatch(position -> position.getValue() >= ports.kafka.endOf(position.getKey()));
  }

  /** A rebalance: all positions are found anew. */
  void assign(int newGeneration, Set<Integer> partitions) {
    forgetEverything();
    generation = newGeneration;
    if (!partitions.isEmpty()) {
      assigning = true;
      chance.tell(process.name(), "has partitions " + partitions + " in " + newGeneration);
      ports
          .epoch(process)
          .chain(current -> begin(current, partitions))
          .subscribe()
          .with(done -> assigning = false, failure -> restart());
    }
  }

  private Uni<Void> begin(UUID current, Set<Integer> partitions) {
    epoch = current;
    return startsOf(partitions)
        .chain(
            starts ->
                starts.values().stream().anyMatch(ports::isAnotherLog)
                    ? beginEpoch()
                    : Uni.createFrom().voidItem().invoke(() -> seek(starts)));
  }

  private Uni<Map<Integer, PartitionStart>> startsOf(Set<Integer> partitions) {
    return ports
        .committed(process, partitions)
        .chain(
            committed ->
                ports.noted(process, epoch).map(noted -> startsOf(partitions, noted, committed)));
  }

  private Map<Integer, PartitionStart> startsOf(
      Set<Integer> partitions, Map<Integer, Long> noted, Map<Integer, Long> committed) {
    Map<Integer, PartitionStart> starts = new HashMap<>();
    for (int partition : partitions) {
      long end = ports.kafka.endOf(partition);
      starts.put(
          partition,
          new PartitionStart(
              at(noted, partition),
              at(committed, partition),
              0,
              Math.max(end, at(committed, partition).orElse(0))));
    }
    return starts;
  }

  private Uni<Void> beginEpoch() {
    return startsOf(Set.copyOf(SimulatedKafka.ALL_PARTITIONS))
        .chain(
            starts -> {
              Map<Integer, Long> below = new HashMap<>();
              starts.forEach((partition, start) -> below.put(partition, start.inNewEpoch()));
              return ports.beginEpoch(process, epoch, below);
            })
        .invoke(
            () -> {
              throw new IllegalStateException("a new epoch has begun");
            });
  }

  /** One turn of the loop, if the lane is not waiting for anything. */
  void poll() {
    batch = read();
    if (!batch.messages().isEmpty()) {
      chance.tell(process.name(), "reads up to " + batch.nextOffsets());
      ingestor
          .ingest(
              new UsageBatch(batch.messages(), positionsOfBatch(), Map.copyOf(publishedBelow)),
              (ok, dead) -> ports.publish(process, batch, ok, dead))
          .subscribe()
          .with(outcome -> passed(), f -> restart());
    } else if (!isNoted) {
      ports
          .note(process, new TopicPositions(epoch, Map.copyOf(readFrom)))
          .subscribe()
          .with(done -> isNoted = true, failure -> restart());
    }
  }

  private TopicPositions positionsOfBatch() {
    Map<Integer, Long> from = new HashMap<>(readFrom);
    from.keySet().retainAll(batch.nextOffsets().keySet());
    return new TopicPositions(epoch, from);
  }

  private void passed() {
    readFrom.putAll(batch.readUpTo());
    ports.noteSoon(new TopicPositions(epoch, batch.readUpTo()));
    isNoted = false;
  }

  /** After a failure: new clients, which end what the old ones left open, outside the group. */
  void restart() {
    chance.tell(process.name(), "starts again");
    ports.kafka.abort(process.name());
    crash();
  }

  /** The process is gone; its transaction, if any, stays open for a while. */
  void crash() {
    process.die();
    forgetEverything();
    generation = NOT_A_MEMBER;
  }

  private void forgetEverything() {
    process.die();
    positions.clear();
    readFrom.clear();
    publishedBelow.clear();
    isNoted = true;
    assigning = false;
  }

  private void seek(Map<Integer, PartitionStart> starts) {
    starts.forEach(
        (partition, start) -> {
          chance.tell(process.name(), "starts partition " + partition + " by " + start);
          positions.put(partition, ports.readFrom(start));
          readFrom.put(partition, ports.readFrom(start));
          publishedBelow.put(partition, ports.publishedBelow(start));
        });
  }

  private SimulatedBatch read() {
    List<UsageMessage> messages = new ArrayList<>();
    Map<Integer, Long> nextOffsets = new HashMap<>();
    positions.forEach(
        (partition, position) ->
            ports.kafka.usageEvents.get(partition).stream()
                .filter(message -> message.offset() >= position)
                .limit(chance.below(LARGEST_POLL))
                .forEach(
                    message -> {
                      messages.add(message.in(epoch));
                      nextOffsets.put(partition, message.offset() + 1);
                    }));
    positions.putAll(nextOffsets);
    Map<Integer, Long> commits = new HashMap<>(nextOffsets);
    commits.replaceAll((p, next) -> Math.max(next, publishedBelow.get(p)));
    return new SimulatedBatch(generation, messages, nextOffsets, commits);
  }

  private static OptionalLong at(Map<Integer, Long> offsets, int partition) {
    Long offset = offsets.get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}

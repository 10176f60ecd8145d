package io.tokenledger.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokenledger.ingest.support.KeptDays;
import io.tokenledger.service.testing.simulation.Chance;
import io.tokenledger.service.testing.simulation.SimulatedProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What a lane of {@code kafka.IngestBatches} does with its clients, here with simulated ones. */
final class SimulatedLane {

  private static final int LARGEST_POLL = 4;
  private static final int NOT_A_MEMBER = -1;

  final SimulatedProcess process;
  private final SimulatedPorts ports;
  private final Chance chance;
  private final UsageIngestor ingestor;
  private final Map<Integer, Long> positions = new HashMap<>();
  private final Map<Integer, Long> publishedSinceNoted = new HashMap<>();
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
            (events, below) -> ports.store(process, batch, events, below),
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
        && publishedSinceNoted.isEmpty()
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
          .published(process)
          .chain(
              published ->
                  ports
                      .committed(process, partitions)
                      .invoke(committed -> seek(partitions, committed, published)))
          .subscribe()
          .with(done -> assigning = false, failure -> restart());
    }
  }

  /** One turn of the loop, if the lane is not waiting for anything. */
  void poll() {
    batch = read();
    if (!batch.messages().isEmpty()) {
      chance.tell(process.name(), "reads up to " + batch.nextOffsets());
      ingestor
          .ingest(batch.messages(), (ok, dead) -> ports.publish(process, batch, ok, dead))
          .subscribe()
          .with(outcome -> publishedSinceNoted.putAll(batch.nextOffsets()), f -> restart());
    } else if (!publishedSinceNoted.isEmpty()) {
      ports
          .notePublished(process, publishedSinceNoted)
          .subscribe()
          .with(done -> publishedSinceNoted.clear(), failure -> restart());
    }
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
    publishedSinceNoted.clear();
    assigning = false;
  }

  private void seek(
      Set<Integer> partitions, Map<Integer, Long> committed, Map<Integer, Long> published) {
    for (int partition : partitions) {
      long start = ports.start(at(committed, partition), at(published, partition)).orElse(0);
      chance.tell(process.name(), "starts partition " + partition + " at " + start);
      positions.put(partition, start);
    }
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
                      messages.add(message.message());
                      nextOffsets.put(partition, message.offset() + 1);
                    }));
    positions.putAll(nextOffsets);
    return new SimulatedBatch(generation, messages, nextOffsets);
  }

  private static OptionalLong at(Map<Integer, Long> offsets, int partition) {
    Long offset = offsets.get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}

package io.tokenledger.ingest;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.service.testing.simulation.Chance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two lanes of usage-ingest in a world where anything may happen between any two of their effects:
 * they die before, after or during one, lose their partitions without knowing it, restart at other
 * prices and after their offsets are lost. In the end they are left alone, and what is on the
 * topics must be what was sent.
 */
final class IngestSimulation {

  private static final int TURNS = 40;
  private static final int TURNS_TO_DRAIN = 2_000;
  private static final List<PriceBook> PRICE_BOOKS = List.of(priceBook("1"), priceBook("2"));

  private final Chance chance;
  private final SimulatedKafka kafka;
  private final SimulatedDatabase database;
  private final List<SimulatedLane> lanes;
  private final List<Runnable> leftBehind = new ArrayList<>();
  private final List<Runnable> onTheirWay;
  private PriceBook prices = PRICE_BOOKS.get(0);

  private IngestSimulation(Chance chance, SimulatedPorts ports) {
    this.chance = chance;
    this.kafka = ports.kafka;
    this.database = ports.database;
    this.onTheirWay = ports.onTheirWay;
    this.lanes =
        List.of(
            new SimulatedLane("lane A", ports, () -> prices, chance),
            new SimulatedLane("lane B", ports, () -> prices, chance));
  }

  static void run(Chance chance) {
    run(chance, new SimulatedPorts(new SimulatedKafka(chance), new SimulatedDatabase()));
  }

  static void run(Chance chance, SimulatedPorts ports) {
    IngestSimulation simulation = new IngestSimulation(chance, ports);
    for (int turn = 0; turn < TURNS; turn++) {
      simulation.anything();
    }
    simulation.drain();
    simulation.leftBehind.forEach(Runnable::run);
    ports.onTheirWay.forEach(Runnable::run);
    ports.database.applyRevisions();
    new IngestInvariants(ports.kafka, ports.database).check();
  }

  private void anything() {
    switch (chance.below(27)) {
      case 0, 1, 2, 3, 4 -> kafka.produce();
      case 5 -> rebalance();
      case 6, 7 -> kill(chance.oneOf(lanes));
      case 8 -> moveOffsetsBack();
      case 24 -> kafka.takeCopy();
      case 25 -> kafkaIsTheCopy();
      case 26 -> database.applyRevisions();
      case 9 -> prices = chance.oneOf(PRICE_BOOKS);
      case 10 -> whatWasLeftBehindHappens();
      case 11 -> kafka.abortTimedOut();
      default -> goOn(chance.oneOf(lanes));
    }
  }

  private void goOn(SimulatedLane lane) {
    if (lane.process.canGoOn()) {
      lane.process.goOn();
    } else if (lane.process.isIdle() && !lane.isMember()) {
      rebalance();
    } else if (lane.process.isIdle()) {
      lane.poll();
    }
  }

  /** Who is busy is not waited for: it keeps a batch of partitions that others have now. */
  private void rebalance() {
    int generation = kafka.nextGeneration();
    List<SimulatedLane> members = lanes.stream().filter(SimulatedLane::canJoin).toList();
    if (!members.isEmpty()) {
      int first = chance.below(members.size());
      for (int i = 0; i < members.size(); i++) {
        members.get((first + i) % members.size()).assign(generation, share(i, members.size()));
      }
    }
  }

  private static Set<Integer> share(int member, int members) {
    Set<Integer> partitions = new HashSet<>(SimulatedKafka.ALL_PARTITIONS);
    partitions.removeIf(partition -> partition % members != member);
    return partitions;
  }

  private void kill(SimulatedLane lane) {
    switch (chance.below(3)) {
      case 0 -> lane.process.die();
      case 1 -> lane.process.dieAfterTheEffect();
      default -> leftBehind.add(lane.process.dieDuringTheEffect());
    }
    if (chance.oneIn(2)) {
      lane.restart();
    } else {
      lane.crash();
    }
  }

  /** At any moment. Where the last batch is noted, that is: ADR 3 names what is left of this. */
  private void moveOffsetsBack() {
    for (int partition : SimulatedKafka.ALL_PARTITIONS) {
      if (isNoted(partition)) {
        kafka.loseOffsets(partition);
      }
    }
  }

  private boolean isNoted(int partition) {
    long noted = database.publishedBelow(database.epoch()).getOrDefault(partition, 0L);
    return noted >= kafka.committed.getOrDefault(partition, 0L);
  }

  /** Whoever was there is gone, with what was on its way; the last batches are noted, as above. */
  private void kafkaIsTheCopy() {
    if (SimulatedKafka.ALL_PARTITIONS.stream().allMatch(this::isNoted)) {
      lanes.forEach(SimulatedLane::crash);
      leftBehind.clear();
      kafka.putCopyBack();
    }
  }

  private void whatWasLeftBehindHappens() {
    List<Runnable> some = chance.oneIn(2) ? leftBehind : onTheirWay;
    if (!some.isEmpty()) {
      some.remove(chance.below(some.size())).run();
    }
  }

  private void drain() {
    for (int turn = 0; !isDone(); turn++) {
      IngestInvariants.require(turn < TURNS_TO_DRAIN, "it does not come to an end");
      lanes.forEach(this::goOn);
      if (chance.oneIn(10)) {
        kafka.abortTimedOut();
      }
    }
  }

  private boolean isDone() {
    return lanes.stream().allMatch(SimulatedLane::isDone);
  }

  private static PriceBook priceBook(String usdPerMillion) {
    RateCard card =
        new RateCard(
            Map.of(
                PriceComponent.INPUT,
                new BigDecimal(usdPerMillion),
                PriceComponent.CACHE_READ,
                new BigDecimal("0.5")),
            List.of());
    PriceVersion version =
        new PriceVersion(
            "at-" + usdPerMillion,
            1,
            PriceVersion.GLOBAL,
            "openai",
            "m",
            Instant.EPOCH,
            Instant.EPOCH,
            "simulated",
            Optional.of(Rates.ofTokens(card)));
    return PriceBook.of(1, List.of(version));
  }
}

package io.tokenledger.acceptance.faults;

import static io.tokenledger.local.Component.CHAT_GATEWAY;
import static io.tokenledger.local.Component.KAFKA;
import static io.tokenledger.local.Component.POSTGRES;
import static io.tokenledger.local.Component.PRICING_SERVICE;
import static io.tokenledger.local.Component.USAGE_AGGREGATOR;
import static io.tokenledger.local.Component.USAGE_INGEST;
import static io.tokenledger.local.Component.USAGE_QUERY;

import io.tokenledger.acceptance.ledger.CrashPoint;
import io.tokenledger.acceptance.ledger.HoldPoint;
import io.tokenledger.acceptance.ledger.PricingProxy;
import io.tokenledger.local.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults of a round, in the order that its seed gives: decks of {@value #DECK}, each shuffled,
 * in which every kind is at least once, save that the zombies and the rebuilds take turns.
 */
public final class FaultPlan {

  /** How many cycles have every kind of fault in them. */
  public static final int DECK = 30;

  /** In one cycle, at the place where a ledger without source positions would lose events. */
  public static final int DEATHS_BETWEEN_THE_COMMITS = 4;

  private static final int COMPANIONS = 1;

  /** In so many decks there is every kind, as some take turns by two and some by four. */
  private static final int TURNS = 4;

  private final Random random;
  private final String only;
  private final List<Fault> ordinary = new ArrayList<>();
  private final List<Fault> fullDisks = new ArrayList<>();
  private int decks;

  /**
   * @param only a part of the kinds' names; empty for all kinds
   * @throws IllegalArgumentException when no kind is named so
   */
  public FaultPlan(int cycles, long seed, String only) {
    random = new Random(seed);
    this.only = only;
    while (ordinary.size() + fullDisks.size() < cycles) {
      List<Fault> deck = deck();
      decks++;
      Collections.shuffle(deck, random);
      if (decks == TURNS && ordinary.isEmpty() && fullDisks.isEmpty() && deck.isEmpty()) {
        throw new IllegalArgumentException("There is no fault whose kind contains '" + only + "'");
      }
      deck.stream()
          .limit(cycles - ordinary.size() - fullDisks.size())
          .forEach(fault -> (fault instanceof DiskFull ? fullDisks : ordinary).add(fault));
    }
  }

  /** For a ledger on an ordinary disk. */
  public List<Fault> ordinary() {
    return List.copyOf(ordinary);
  }

  /** For a ledger on small disks. */
  public List<Fault> fullDisks() {
    return List.copyOf(fullDisks);
  }

  private List<Fault> deck() {
    List<Fault> deck = new ArrayList<>(alone());
    deck.addAll(deaths());
    deck.add(new DeathAt(CrashPoint.INGEST_STORED, DEATHS_BETWEEN_THE_COMMITS));
    deck.add(zombies());
    deck.add(
        new Together(
            new Companions(USAGE_INGEST, COMPANIONS),
            new Companions(USAGE_AGGREGATOR, COMPANIONS)));
    deck.add(new PutBack(KAFKA));
    deck.add(new PutBack(POSTGRES));
    deck.add(new PutBackBoth());
    deck.add(new MorePartitions(decks % 2 == 0));
    deck.add(new DiskFull(KAFKA));
    deck.add(new DiskFull(POSTGRES));
    List<Fault> mixable = alone();
    Stream.of(USAGE_INGEST, USAGE_AGGREGATOR)
        .flatMap(service -> placesOf(service).stream())
        .forEach(point -> mixable.add(new DeathAt(point, 1)));
    while (deck.size() < DECK) {
      deck.add(pairOf(mixable));
    }
    deck.removeIf(fault -> !fault.kind().contains(only));
    return deck;
  }

  /** Each takes half a minute: those of two services sleep together, and the pairs take turns. */
  private Fault zombies() {
    return switch (decks % 4) {
      case 0 -> zombies(HoldPoint.INGEST_SENT, HoldPoint.AGGREGATOR_READ);
      case 1 -> zombies(HoldPoint.INGEST_STORED, HoldPoint.AGGREGATOR_FOLDED);
      case 2 -> zombies(HoldPoint.INGEST_COPIED, HoldPoint.AGGREGATOR_READ);
      default -> zombies(HoldPoint.INGEST_COPYING, HoldPoint.AGGREGATOR_FOLDED);
    };
  }

  private static Fault zombies(HoldPoint ingest, HoldPoint aggregator) {
    return new Together(new Zombie(ingest), new Zombie(aggregator));
  }

  /** Those that are over soon, once each; they can be mixed. */
  private List<Fault> alone() {
    List<Fault> faults = new ArrayList<>();
    Stream.of(
            USAGE_INGEST,
            USAGE_AGGREGATOR,
            PRICING_SERVICE,
            USAGE_QUERY,
            CHAT_GATEWAY,
            KAFKA,
            POSTGRES)
        .map(Kill::new)
        .forEach(faults::add);
    faults.add(new TerminateBackends(1 + random.nextInt(3)));
    Stream.of(PricingProxy.Mode.values())
        .filter(mode -> mode != PricingProxy.Mode.WELL)
        .map(PricingTrouble::new)
        .forEach(faults::add);
    return faults;
  }

  /** Each place once, one of usage-ingest and one of usage-aggregator together. */
  private List<Fault> deaths() {
    Iterator<CrashPoint> ingest = placesOf(USAGE_INGEST).iterator();
    Iterator<CrashPoint> aggregator = placesOf(USAGE_AGGREGATOR).iterator();
    List<Fault> faults = new ArrayList<>();
    while (ingest.hasNext() && aggregator.hasNext()) {
      faults.add(new Together(new DeathAt(ingest.next(), 1), new DeathAt(aggregator.next(), 1)));
    }
    ingest.forEachRemaining(point -> faults.add(new DeathAt(point, 1)));
    aggregator.forEachRemaining(point -> faults.add(new DeathAt(point, 1)));
    return faults;
  }

  private List<CrashPoint> placesOf(Component service) {
    List<CrashPoint> places =
        Stream.of(CrashPoint.values())
            .filter(point -> point.component() == service && point != CrashPoint.INGEST_STORED)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(places, random);
    return places;
  }

  private Fault pairOf(List<Fault> mixable) {
    Collections.shuffle(mixable, random);
    Iterator<Fault> faults = mixable.iterator();
    Fault first = faults.next();
    Fault second = faults.next();
    while (!Collections.disjoint(first.hits(), second.hits())) {
      second = faults.next();
    }
    return new Together(first, second);
  }
}

package io.tokenledger.acceptance.round;

import io.tokenledger.acceptance.ledger.CrashPoint;
import io.tokenledger.acceptance.ledger.FaultyLedger;
import io.tokenledger.acceptance.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a round.
 *
 * @param messages sent, of every kind
 * @param events different ones that the ledger must count
 * @param rejected messages that must be dead letters
 * @param faults by kind
 * @param deaths at named places, by place
 * @param skipped why, by kind of fault
 * @param violations each with its cycle and fault
 */
public record RoundReport(
    long seed,
    int cycles,
    long seconds,
    long messages,
    long events,
    long rejected,
    Recovery recovery,
    Map<String, Recovery> faults,
    Map<String, Integer> deaths,
    Map<String, String> skipped,
    List<String> violations) {

  /**
   * How long the ledger took after faults of one kind, in milliseconds.
   *
   * @param cycles with such a fault
   */
  public record Recovery(int cycles, long p50Ms, long maxMs) {

    static Recovery of(List<CycleResult> cycles) {
      List<Long> sorted = cycles.stream().map(c -> c.recovery().toMillis()).sorted().toList();
      return sorted.isEmpty()
          ? new Recovery(0, 0, 0)
          : new Recovery(
              sorted.size(), sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
    }
  }

  /** Gathers the figures while the round goes on. */
  static final class Builder {

    private final long seed;
    private final Instant begin = Instant.now();
    private final List<CycleResult> results = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> deaths = new TreeMap<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();
    private long messages;
    private long events;
    private long rejected;
    private boolean exact = true;

    Builder(long seed) {
      this.seed = seed;
    }

    int cycles() {
      return results.size();
    }

    /** Whether the ledger has agreed with the truth so far. */
    boolean isExact() {
      return exact;
    }

    void add(CycleResult result) {
      results.add(result);
      exact &= result.exact();
      result
          .violations()
          .forEach(
              v -> violations.add("cycle " + result.number() + ", " + result.kind() + ": " + v));
    }

    void skipped(String kind, String reason) {
      skipped.put(kind, reason);
    }

    /** What a ledger went through, when its cycles are over. */
    void add(FaultyLedger ledger, Traffic traffic) {
      messages += traffic.sent();
      events += traffic.truth().usage().events();
      rejected += traffic.truth().deadLetters().size();
      for (CrashPoint place : CrashPoint.values()) {
        deaths.merge(place.label(), ledger.deaths(place), Integer::sum);
      }
    }

    RoundReport build() {
      return new RoundReport(
          seed,
          results.size(),
          Duration.between(begin, Instant.now()).toSeconds(),
          messages,
          events,
          rejected,
          Recovery.of(results),
          byKind(),
          deaths,
          skipped,
          violations);
    }

    private Map<String, Recovery> byKind() {
      Map<String, List<CycleResult>> grouped = new TreeMap<>(Comparator.naturalOrder());
      for (CycleResult result : results) {
        grouped.computeIfAbsent(result.kind(), kind -> new ArrayList<>()).add(result);
      }
      Map<String, Recovery> byKind = new LinkedHashMap<>();
      grouped.forEach((kind, of) -> byKind.put(kind, Recovery.of(of)));
      return byKind;
    }
  }
}

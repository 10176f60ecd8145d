package io.tokenledger.acceptance.round;

import io.tokenledger.acceptance.check.LedgerCheck;
import io.tokenledger.acceptance.faults.Fault;
import io.tokenledger.acceptance.faults.FaultPlan;
import io.tokenledger.acceptance.ledger.FaultyLedger;
import io.tokenledger.acceptance.traffic.Traffic;
import io.tokenledger.local.kafka.KafkaSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Cycles of faults on a ledger of its own, checked after each. The seed decides the faults, their
 * order and parameters, and the events; when a process is hit within its work is up to the machine.
 *
 * <p>A ledger that is not exact ends the round, because every later cycle would say the same; a
 * slow recovery is noted, and the round goes on.
 */
public final class FaultRound {

  /** Cycles whose events are of the same orgs, and are compared after each of them. */
  private static final int EPOCH = 10;

  private final long seed;
  private final FaultPlan plan;
  private final Consumer<String> progress;
  private final RoundReport.Builder report;

  public FaultRound(FaultPlan plan, long seed, Consumer<String> progress) {
    this.seed = seed;
    this.plan = plan;
    this.progress = progress;
    this.report = new RoundReport.Builder(seed);
  }

  /** All cycles on an ordinary disk. */
  public FaultRound runOrdinary() throws IOException, InterruptedException {
    run(plan.ordinary(), false);
    return this;
  }

  /** Those that fill a disk; where none can be mounted, they are noted as skipped. */
  public FaultRound runFullDisks() throws IOException, InterruptedException {
    List<Fault> possible = new ArrayList<>();
    for (Fault fault : plan.fullDisks()) {
      Optional<String> obstacle = fault.obstacle();
      obstacle.ifPresent(reason -> report.skipped(fault.kind(), reason));
      if (obstacle.isEmpty()) {
        possible.add(fault);
      }
    }
    run(possible, true);
    return this;
  }

  public RoundReport report() {
    return report.build();
  }

  private void run(List<Fault> faults, boolean smallDisks)
      throws IOException, InterruptedException {
    if (faults.isEmpty() || !report.isExact()) {
      return;
    }
    try (FaultyLedger ledger = new FaultyLedger(smallDisks, progress);
        Traffic traffic =
            new Traffic(ledger.access().kafkaBootstrap(), KafkaSettings.DEFAULT_PARTITIONS, seed);
        LedgerCheck check = new LedgerCheck(ledger.access(), traffic.truth())) {
      for (int i = 0; i < faults.size() && report.isExact(); i++) {
        if (i % EPOCH == 0) {
          endEpoch(new Cycle(ledger, traffic, check));
          traffic.beginEpoch(i / EPOCH);
        }
        run(faults.get(i), new Cycle(ledger, traffic, check));
      }
      endEpoch(new Cycle(ledger, traffic, check));
      report.add(ledger, traffic);
      if (!report.isExact()) {
        ledger.keepFiles();
      }
    }
  }

  private void run(Fault fault, Cycle cycle) throws InterruptedException {
    int number = report.cycles() + 1;
    long begin = System.nanoTime();
    progress.accept("Cycle %d: %s".formatted(number, fault.kind()));
    CycleResult result = cycle.run(number, fault, new Random(seed * 31 + number));
    report.add(result);
    progress.accept(
        String.format(
            Locale.ROOT,
            "Cycle %d: recovered after %.1f s, took %.1f s, %s",
            number,
            result.recovery().toMillis() / 1e3,
            (System.nanoTime() - begin) / 1e9,
            result.violations().isEmpty() ? "exact" : violation(result.violations())));
  }

  /** Compares everything there is, with what earlier cycles left as it should have stayed. */
  private void endEpoch(Cycle cycle) throws InterruptedException {
    List<String> differences = report.isExact() ? cycle.settle(List.of()) : List.of();
    if (!differences.isEmpty()) {
      progress.accept(violation(differences));
      report.add(
          new CycleResult(
              report.cycles(), "all orgs", java.time.Duration.ZERO, false, differences));
    }
  }

  private String violation(List<String> violations) {
    return "VIOLATION (seed %d): %s".formatted(seed, String.join("\n", violations));
  }
}

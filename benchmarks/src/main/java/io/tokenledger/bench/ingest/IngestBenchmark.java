package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The end-to-end workload on a fresh stack. */
@Command(
    name = "ingest",
    description = "End to end: events/s, CPU per event, freshness, and the ratio to COPY.",
    mixinStandardHelpOptions = true)
public final class IngestBenchmark implements Callable<Integer> {

  private static final long SEED = 20260501;
  private static final int ROUNDS_BESIDE_BARE = 3;
  private static final Duration FRESHNESS_SPAN = Duration.ofSeconds(30);
  private static final Duration QUIET_SPAN = Duration.ofSeconds(10);

  @Option(names = "--events", defaultValue = "1000000", description = "Default ${DEFAULT-VALUE}.")
  private int events;

  @Option(names = "--warm-up", defaultValue = "300000", description = "Default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--ids",
      defaultValue = "UUIDV7",
      description = "Ids of the events, one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private EventIds ids;

  @Option(
      names = "--beside-bare",
      description = "Three rounds in turns with a bare loop of the same steps; prints the ratios.")
  private boolean besideBare;

  @Option(
      names = "--profile",
      description =
          "Also tells what takes the time: flame graphs of the services, statements of PostgreSQL,"
              + " in target/profile. What is measured then is a little slower.")
  private boolean profiled;

  @Option(names = "--port-base", defaultValue = "23080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    if (profiled && besideBare) {
      throw new ParameterException(
          command.commandLine(), "--profile slows the ledger down: not with --beside-bare");
    }
    Workload workload = new Workload(SEED, ids);
    try (BenchStack stack = BenchStack.start(portBase)) {
      List<Round> rounds;
      Optional<Profile> profile =
          profiled ? Optional.of(Profile.prepare(stack, target("profile"))) : Optional.empty();
      try (LedgerFlow ledger = new LedgerFlow(stack, workload)) {
        rounds = besideBare ? besideBare(stack, ledger) : List.of(alone(ledger, profile));
      }
      long rate = Round.middle(rounds).ledger().eventsPerSecond();
      Freshness freshness = new Freshness(stack);
      say("Measuring freshness at half that rate ...");
      Freshness.Ages underLoad = freshness.underLoad(workload, rate / 2, FRESHNESS_SPAN);
      say("Measuring freshness of a quiet stream ...");
      Freshness.Ages whenQuiet = freshness.whenQuiet(QUIET_SPAN);
      say("Measuring COPY ...");
      long copyRate = CopyRate.rowsPerSecond(stack);
      report(IngestReport.of(rounds, ids, stack.peakMebibytes(), underLoad, whenQuiet, copyRate));
    }
    return 0;
  }

  private Round alone(LedgerFlow ledger, Optional<Profile> profile)
      throws IOException, InterruptedException, SQLException {
    say("Warming up with %,d events ...", warmUp);
    ledger.of(warmUp);
    say("Measuring with %,d events ...", events);
    if (profile.isPresent()) {
      profile.get().begin();
    }
    Flow flow = ledger.of(events);
    if (profile.isPresent()) {
      profile.get().end().forEach(System.err::println);
    }
    return new Round(flow, Optional.empty());
  }

  private List<Round> besideBare(BenchStack stack, LedgerFlow ledger)
      throws IOException, InterruptedException, SQLException {
    try (BareFlow bare = BareFlow.start(stack, new Workload(SEED, ids))) {
      say("Warming up both with %,d events ...", warmUp);
      ledger.of(warmUp);
      bare.of(warmUp);
      List<Round> rounds = new ArrayList<>();
      for (int number = 1; number <= ROUNDS_BESIDE_BARE; number++) {
        say("Round %d of %d with %,d events ...", number, ROUNDS_BESIDE_BARE, events);
        Round round = new Round(ledger.of(events), Optional.of(bare.of(events)));
        say("%s", round);
        rounds.add(round);
      }
      return rounds;
    }
  }

  private static void say(String what, Object... arguments) {
    System.err.println(what.formatted(arguments));
  }

  private static void report(IngestReport report) throws IOException {
    report.print();
    report.write(target("bench-ingest.json"));
  }

  private static Path target(String file) {
    return Path.of(System.getProperty("tokenledger.root"), "target", file);
  }
}

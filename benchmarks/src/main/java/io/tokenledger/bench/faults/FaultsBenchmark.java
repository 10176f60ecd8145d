package io.tokenledger.bench.faults;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.acceptance.faults.FaultPlan;
import io.tokenledger.acceptance.round.FaultRound;
import io.tokenledger.acceptance.round.RoundReport;
import io.tokenledger.acceptance.round.RoundTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Any number of the fault cycles of which the acceptance tests run a short round. */
@Command(
    name = "faults",
    description =
        "Faults of every kind while events flow: violations, and how long recovery takes. "
            + "Exit code 1 when something was lost or counted twice.",
    mixinStandardHelpOptions = true)
public final class FaultsBenchmark implements Callable<Integer> {

  @Option(names = "--cycles", defaultValue = "40", description = "Default ${DEFAULT-VALUE}.")
  private int cycles;

  @Option(
      names = "--seed",
      description =
          "Decides the faults, their order, and the events; by default another each time.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--only",
      defaultValue = "",
      description = "Only faults whose kind contains this text, such as zombie.")
  private String only;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long chosen = seed.orElseGet(System::nanoTime);
    System.err.println("Seed " + chosen);
    FaultRound round =
        new FaultRound(new FaultPlan(cycles, chosen, only), chosen, System.err::println);
    RoundReport report = round.runOrdinary().runFullDisks().report();
    System.out.print(RoundTable.of(report));
    Path file = Path.of(System.getProperty("tokenledger.root"), "target", "bench-faults.json");
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), report);
    System.out.println("Also written to " + file);
    return report.violations().isEmpty() ? 0 : 1;
  }
}

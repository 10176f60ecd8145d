package io.tokenledger.bench.fuzz;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.acceptance.fuzz.FuzzReport;
import io.tokenledger.acceptance.fuzz.FuzzRound;
import io.tokenledger.bench.BenchStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Any number of the hostile requests and messages of which the acceptance tests send a few. */
@Command(
    name = "fuzz",
    description =
        "Hostile requests to every operation of every service, and hostile messages on Kafka, while "
            + "others send events. Exit code 1 when there was a 5xx, a restart, or something was "
            + "lost or counted twice.",
    mixinStandardHelpOptions = true)
public final class FuzzBenchmark implements Callable<Integer> {

  @Option(names = "--requests", defaultValue = "50000", description = "Default ${DEFAULT-VALUE}.")
  private int requests;

  @Option(names = "--messages", defaultValue = "50000", description = "Default ${DEFAULT-VALUE}.")
  private int messages;

  @Option(names = "--seed", description = "Decides what is sent; by default another each time.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--port-base", defaultValue = "25080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    long chosen = seed.orElseGet(System::nanoTime);
    System.err.println("Seed " + chosen);
    try (BenchStack stack = BenchStack.start(portBase)) {
      FuzzReport report =
          new FuzzRound(chosen, stack.access(), stack::processes).run(requests, messages);
      System.out.print(report.table());
      System.out.println("Peak memory of each process, MiB: " + stack.peakMebibytes());
      Path file = Path.of(System.getProperty("tokenledger.root"), "target", "bench-fuzz.json");
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(file.toFile(), report);
      System.out.println("Also written to " + file);
      return report.violations().isEmpty() ? 0 : 1;
    }
  }
}

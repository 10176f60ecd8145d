package io.tokenledger.bench.memory;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The memory of each service while it is asked for the most that its limits allow. */
@Command(
    name = "memory",
    description =
        "The memory of each service under the heaviest load that its limits allow, one kind after "
            + "the other. Exit code 1 when a service ended.",
    mixinStandardHelpOptions = true)
public final class MemoryBenchmark implements Callable<Integer> {

  @Option(names = "--at-once", defaultValue = "16", description = "Default ${DEFAULT-VALUE}.")
  private int atOnce;

  @Option(
      names = "--only",
      defaultValue = "",
      split = ",",
      description = "Only loads whose name contains this text, or one of several.")
  private List<String> only;

  @Option(names = "--port-base", defaultValue = "26080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    try (BenchStack stack = BenchStack.start(portBase)) {
      MemoryReport report = new MemoryReport();
      Map<Component, Long> before = stack.processes();
      measure(stack, report);
      boolean alive = before.equals(stack.processes());
      System.out.println(alive ? "No process ended." : "A process ended.");
      report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-memory.json"));
      return alive ? 0 : 1;
    }
  }

  private void measure(BenchStack stack, MemoryReport report)
      throws IOException, InterruptedException, SQLException {
    Heaviest heaviest = new Heaviest(stack, new ParallelCalls(stack, atOnce));
    for (Heaviest.Load load : heaviest.loads()) {
      if (only.stream().noneMatch(load.name()::contains)) {
        continue;
      }
      System.err.println(load.name() + " ...");
      Component.services().forEach(stack::peakMebibytesSinceAsked);
      String answers = String.valueOf(load.work().run());
      for (Component service : Component.services()) {
        report.add(load.name(), service, stack.peakMebibytesSinceAsked(service), answers);
      }
    }
  }
}

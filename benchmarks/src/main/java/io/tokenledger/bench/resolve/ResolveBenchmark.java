package io.tokenledger.bench.resolve;

import io.tokenledger.bench.BenchStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long {@code POST /v1/resolve} takes, on a fresh stack. */
@Command(
    name = "resolve",
    description = "POST /v1/resolve: p50 and p99 of one item and of 1,000 items.",
    mixinStandardHelpOptions = true)
public final class ResolveBenchmark implements Callable<Integer> {

  private static final int MANY = 1_000;

  @Option(names = "--requests", defaultValue = "20000", description = "Default ${DEFAULT-VALUE}.")
  private int requests;

  @Option(
      names = "--bulk-requests",
      defaultValue = "500",
      description = "Default ${DEFAULT-VALUE}.")
  private int bulkRequests;

  @Option(names = "--warm-up", defaultValue = "10000", description = "Default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--port-base", defaultValue = "23080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    try (BenchStack stack = BenchStack.start(portBase)) {
      System.err.println("Warming up ...");
      ResolveCalls global = ResolveCalls.global(stack);
      ResolveCalls ofAnOrg = ResolveCalls.ofAnOrg(stack);
      global.measure(1, warmUp);
      ofAnOrg.measure(1, warmUp);
      global.measure(MANY, Math.max(1, warmUp / 50));
      System.err.println("Measuring ...");
      ResolveReport report =
          new ResolveReport(
              global.measure(1, requests),
              ofAnOrg.measure(1, requests),
              global.measure(MANY, bulkRequests));
      report.print();
      report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-resolve.json"));
    }
    return 0;
  }
}

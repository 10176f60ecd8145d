package io.tokenledger.bench.query;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.bench.history.HistoryLoad;
import io.tokenledger.bench.history.HistoryRows;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The analytics API on a ledger with history, beside the bare library on the same sums. */
@Command(
    name = "query",
    description = "Requests per second and latency of each analytics endpoint.",
    mixinStandardHelpOptions = true)
public final class QueryBenchmark implements Callable<Integer> {

  private static final String READER = "bench-reader";
  private static final long SEED = 20260602;
  private static final int BARE_PORT_OFFSET = 50;
  private static final int STEADY_RATE = 200;
  private static final int PAIRS = 3;

  @Option(names = "--events", defaultValue = "10000000", description = "Default ${DEFAULT-VALUE}.")
  private long events;

  @Option(names = "--days", defaultValue = "90", description = "Default ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Per endpoint, after a warm-up of half of it. Default ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--connections", defaultValue = "16", description = "Default ${DEFAULT-VALUE}.")
  private int connections;

  @Option(names = "--port-base", defaultValue = "24080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    try (BenchStack stack = BenchStack.start(portBase)) {
      long started = System.nanoTime();
      System.err.printf("Loading %,d events ...%n", events);
      HistoryLoad history = new HistoryLoad(stack);
      history.load(events, days);
      history.addMember(READER, "billing", HistoryRows.ORGS);
      long loadSeconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
      QueryReport report = measure(stack, loadSeconds);
      report.print();
      report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-query.json"));
      return 0;
    }
  }

  private QueryReport measure(BenchStack stack, long loadSeconds)
      throws IOException, InterruptedException {
    String token = stack.access().token(READER, Map.of(), List.of(), Duration.ofHours(3));
    try (LoadRun load = new LoadRun(connections, token);
        BareProcess bare = BareProcess.start(stack, portBase + BARE_PORT_OFFSET)) {
      String service = stack.access().url(Component.USAGE_QUERY);
      IntFunction<String> compared =
          org -> service + QueryMix.endpoints().get(QueryReport.COMPARED).apply(org);
      Map<String, LoadRun.Figures> endpoints = new LinkedHashMap<>();
      for (Map.Entry<String, IntFunction<String>> endpoint : QueryMix.endpoints().entrySet()) {
        IntFunction<String> path = endpoint.getValue();
        endpoints.put(
            endpoint.getKey(), measure(load, endpoint.getKey(), org -> service + path.apply(org)));
      }
      PairedRun pairs = comparePairs(load, bare::url, compared);
      LoadRun.Figures steady = measureSteady(load, compared);
      Map<String, ExportRun.Figures> exports =
          new ExportRun(stack, token).run(QueryMix.allDays(days));
      return new QueryReport(
          events,
          days,
          connections,
          loadSeconds,
          pairs,
          steady,
          endpoints,
          QueryReport.ratiosToUtc(endpoints),
          exports);
    }
  }

  /**
   * In turns, so that what else runs on the machine hits both, and after the other endpoints: the
   * service has compiled its code by then. The bare one is warm after the first turn.
   */
  private PairedRun comparePairs(
      LoadRun load, IntFunction<String> bare, IntFunction<String> compared)
      throws InterruptedException {
    List<PairedRun> pairs = new ArrayList<>();
    for (int turn = 0; turn <= PAIRS; turn++) {
      System.err.printf("Measuring %s beside bare Vert.x ...%n", QueryReport.COMPARED);
      Duration span = Duration.ofSeconds(seconds);
      PairedRun pair =
          new PairedRun(load.run(urlsOf(bare), span), load.run(urlsOf(compared), span));
      if (turn > 0) {
        pairs.add(pair);
      }
    }
    return PairedRun.median(pairs);
  }

  private LoadRun.Figures measureSteady(LoadRun load, IntFunction<String> urls)
      throws InterruptedException {
    System.err.printf("Measuring %d requests a second ...%n", STEADY_RATE);
    return load.runAt(STEADY_RATE, urlsOf(urls), Duration.ofSeconds(seconds));
  }

  private LoadRun.Figures measure(LoadRun load, String what, IntFunction<String> urls)
      throws InterruptedException {
    System.err.printf("Measuring %s ...%n", what);
    Supplier<String> next = urlsOf(urls);
    load.run(next, Duration.ofSeconds(Math.max(1, seconds / 2)));
    return load.run(next, Duration.ofSeconds(seconds));
  }

  /** Orgs with much traffic are asked for more often. */
  private static Supplier<String> urlsOf(IntFunction<String> urls) {
    HistoryRows orgs = new HistoryRows(SEED);
    return () -> {
      synchronized (orgs) {
        return urls.apply(orgs.nextOrg());
      }
    };
  }
}

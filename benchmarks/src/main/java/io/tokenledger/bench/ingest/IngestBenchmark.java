package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import io.tokenledger.local.kafka.EventSender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The end-to-end workload on a fresh stack. */
@Command(
    name = "ingest",
    description = "End to end: events/s, CPU per event, freshness, and the ratio to COPY.",
    mixinStandardHelpOptions = true)
public final class IngestBenchmark implements Callable<Integer> {

  private static final long SEED = 20260501;
  private static final Duration FRESHNESS_SPAN = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Option(names = "--events", defaultValue = "1000000", description = "Default ${DEFAULT-VALUE}.")
  private int events;

  @Option(names = "--warm-up", defaultValue = "300000", description = "Default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--port-base", defaultValue = "23080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Workload workload = new Workload(SEED);
    try (BenchStack stack = BenchStack.start(portBase)) {
      flow(stack, workload, warmUp, "Warming up");
      long before = workload.accepted();
      Map<Component, Long> cpuBefore = stack.cpuMicros();
      Duration took = flow(stack, workload, events, "Measuring");
      Map<Component, Long> cpuAfter = stack.cpuMicros();
      long recorded = workload.accepted() - before;
      long rate = recorded * 1000 / took.toMillis();
      System.err.println("Measuring freshness at half that rate ...");
      List<Long> freshness = new Freshness(stack).measure(workload, rate / 2, FRESHNESS_SPAN);
      System.err.println("Measuring COPY ...");
      long copyRate = CopyRate.rowsPerSecond(stack);
      Map<Component, Long> cpu = perEvent(cpuBefore, cpuAfter, recorded);
      report(recorded, rate, cpu, stack.peakMebibytes(), freshness, copyRate);
    }
    return 0;
  }

  /** The events lie on the topic before usage-ingest may go on, so that only the flow is timed. */
  private static Duration flow(BenchStack stack, Workload workload, int events, String what)
      throws IOException, InterruptedException, SQLException {
    System.err.printf("%s with %,d events ...%n", what, events);
    stack.signal(Component.USAGE_INGEST, "STOP");
    try (EventSender sender = new EventSender(stack.access().kafkaBootstrap())) {
      for (int i = 0; i < events; i++) {
        sender.send(workload.next());
      }
      sender.flush();
    }
    long started = System.nanoTime();
    stack.signal(Component.USAGE_INGEST, "CONT");
    awaitCounted(stack, workload.accepted(), started);
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private static void awaitCounted(BenchStack stack, long expected, long started)
      throws SQLException, InterruptedException {
    String counted = "SELECT coalesce(sum(request_count), 0) FROM rollup.org_daily_usage";
    while (stack.queryLong(counted) < expected) {
      if (System.nanoTime() - started > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "Only %,d of %,d events were counted".formatted(stack.queryLong(counted), expected));
      }
      Thread.sleep(100);
    }
    long stored = stack.queryLong("SELECT count(*) FROM raw.usage_event");
    if (stored != expected) {
      throw new IllegalStateException("%,d rows for %,d events".formatted(stored, expected));
    }
  }

  private static Map<Component, Long> perEvent(
      Map<Component, Long> before, Map<Component, Long> after, long events) {
    Map<Component, Long> micros = new EnumMap<>(Component.class);
    after.forEach(
        (component, used) -> micros.put(component, (used - before.get(component)) / events));
    return micros;
  }

  private static void report(
      long recorded,
      long rate,
      Map<Component, Long> cpu,
      Map<Component, Long> peakMebibytes,
      List<Long> freshness,
      long copyRate)
      throws IOException {
    IngestReport report =
        new IngestReport(
            recorded,
            rate,
            cpu,
            cpu.values().stream().mapToLong(Long::longValue).sum(),
            peakMebibytes,
            rate / 2,
            freshness.size(),
            percentile(freshness, 50),
            percentile(freshness, 99),
            copyRate,
            (double) rate / copyRate);
    report.print();
    report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-ingest.json"));
  }

  private static long percentile(List<Long> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}

package io.tokenledger.bench.outage;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.bench.ingest.Workload;
import io.tokenledger.local.Component;
import io.tokenledger.local.kafka.EventSender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** PostgreSQL hangs for minutes while events pile up on Kafka, and comes back. */
@Command(
    name = "outage",
    description =
        "PostgreSQL hangs for minutes: readiness, log lines and memory meanwhile, then the time to "
            + "catch up, and whether every event counts once.",
    mixinStandardHelpOptions = true)
public final class OutageBenchmark implements Callable<Integer> {

  private static final long SEED = 20260502;
  private static final Duration CATCH_UP_PATIENCE = Duration.ofMinutes(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final String COUNTED =
      "SELECT coalesce(sum(request_count), 0) FROM rollup.org_daily_usage";

  @Option(names = "--events", defaultValue = "2000000", description = "Default ${DEFAULT-VALUE}.")
  private int events;

  @Option(names = "--minutes", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(names = "--warm-up", defaultValue = "300000", description = "Default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--port-base", defaultValue = "23080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Workload workload = new Workload(SEED);
    try (BenchStack stack = BenchStack.start(portBase)) {
      System.err.printf("Warming up with %,d events ...%n", warmUp);
      send(stack, workload, warmUp);
      awaitCounted(stack, workload.accepted());
      Map<Component, Long> memoryBefore = memory(stack);
      long before = workload.accepted();
      OutageWatch watch = new OutageWatch(stack);
      System.err.printf("PostgreSQL hangs for %d minutes; %,d events ...%n", minutes, events);
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
      stack.signalTree(Component.POSTGRES, "STOP");
      OutageWatch.Observation outage = observe(stack, workload, watch, end);
      Map<Component, Long> memoryDuring = memory(stack);
      System.err.println("PostgreSQL is back ...");
      long back = System.nanoTime();
      stack.signalTree(Component.POSTGRES, "CONT");
      awaitCounted(stack, workload.accepted());
      Duration caughtUp = Duration.ofNanos(System.nanoTime() - back);
      long rows = stack.queryLong("SELECT count(*) FROM raw.usage_event");
      OutageReport report =
          new OutageReport(
              workload.accepted() - before,
              outage,
              memoryBefore,
              memoryDuring,
              memory(stack),
              caughtUp.toMillis(),
              rows,
              workload.accepted());
      report.print();
      report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-outage.json"));
      return report.isExact() ? 0 : 1;
    }
  }

  /** Sends beside watching, so that the time until readiness is down is not that of sending. */
  private OutageWatch.Observation observe(
      BenchStack stack, Workload workload, OutageWatch watch, long end)
      throws IOException, InterruptedException {
    Thread load = new Thread(() -> send(stack, workload, events), "load");
    load.start();
    while (System.nanoTime() < end || load.isAlive()) {
      watch.look();
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    load.join();
    return watch.observation();
  }

  private static void send(BenchStack stack, Workload workload, int count) {
    try (EventSender sender = new EventSender(stack.access().kafkaBootstrap())) {
      for (int i = 0; i < count; i++) {
        sender.send(workload.next());
      }
      sender.flush();
      if (sender.acknowledged() != count) {
        throw new IllegalStateException("Kafka did not take all events: " + sender.failures());
      }
    }
  }

  private static void awaitCounted(BenchStack stack, long expected) throws SQLException {
    long patient = System.nanoTime() + CATCH_UP_PATIENCE.toNanos();
    while (stack.queryLong(COUNTED) < expected) {
      if (System.nanoTime() > patient) {
        throw new IllegalStateException(
            "Only %,d of %,d events were counted".formatted(stack.queryLong(COUNTED), expected));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** The peak since it was asked last. */
  private static Map<Component, Long> memory(BenchStack stack) {
    Map<Component, Long> peaks = new EnumMap<>(Component.class);
    for (Component service : OutageWatch.SERVICES) {
      peaks.put(service, stack.peakMebibytesSinceAsked(service));
    }
    return peaks;
  }
}

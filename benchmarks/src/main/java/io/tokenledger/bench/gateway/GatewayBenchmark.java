package io.tokenledger.bench.gateway;

import io.tokenledger.acceptance.ledger.GatewayKey;
import io.tokenledger.bench.BenchStack;
import io.tokenledger.bench.MainProcess;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The same calls to an upstream of our own: without anything between, a bare proxy, the gateway.
 */
@Command(
    name = "gateway",
    description = "What the gateway adds to a call, beside a bare proxy.",
    mixinStandardHelpOptions = true)
public final class GatewayBenchmark implements Callable<Integer> {

  private static final String ORG = "bench-gateway";
  private static final int UPSTREAM_PORT_OFFSET = 50;
  private static final int BARE_PORT_OFFSET = 51;
  private static final int UPSTREAM_HEAP = 256;

  /** As the gateway's. */
  private static final int BARE_HEAP = 256;

  private static final int STREAMS_HELD = 1_000;
  private static final int COLD_PART = 4;

  @Option(names = "--rate", defaultValue = "1000", description = "Default ${DEFAULT-VALUE}.")
  private int rate;

  @Option(names = "--streams", defaultValue = "500", description = "Default ${DEFAULT-VALUE}.")
  private int streams;

  @Option(
      names = "--seconds",
      defaultValue = "15",
      description = "Of each turn of calls, and of streams. Default ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "3", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--port-base", defaultValue = "24080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    int upstreamPort = portBase + UPSTREAM_PORT_OFFSET;
    int barePort = portBase + BARE_PORT_OFFSET;
    try (MainProcess upstream =
            MainProcess.start(MockUpstream.class, UPSTREAM_HEAP, upstreamPort, Map.of());
        MainProcess bare =
            MainProcess.start(
                BareProxy.class, BARE_HEAP, barePort, Map.of(), Integer.toString(upstreamPort));
        BenchStack stack = BenchStack.start(portBase, settings(upstream.url()));
        GatewayLoad load = new GatewayLoad()) {
      String key = GatewayKey.make(stack.access(), ORG).secret();
      GatewayReport report =
          measure(
              stack,
              load,
              List.of(
                  new Target(GatewayReport.UPSTREAM, upstream.url(), key, OptionalLong.empty()),
                  new Target(GatewayReport.BARE, bare.url(), key, OptionalLong.of(bare.pid())),
                  new Target(
                      GatewayReport.GATEWAY,
                      stack.access().url(Component.CHAT_GATEWAY),
                      key,
                      OptionalLong.of(stack.processes().get(Component.CHAT_GATEWAY)))));
      report.print();
      report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-gateway.json"));
      return report.isSound() ? 0 : 1;
    }
  }

  private GatewayReport measure(BenchStack stack, GatewayLoad load, List<Target> targets)
      throws InterruptedException, SQLException {
    System.err.println("Warming up ...");
    // A cold gateway would refuse what comes at the full rate.
    round(load, targets, COLD_PART);
    round(load, targets, 1);
    List<List<Turn>> measured = new ArrayList<>();
    for (int i = 1; i <= rounds; i++) {
      System.err.printf("Measuring, round %d of %d ...%n", i, rounds);
      measured.add(round(load, targets, 1));
    }
    System.err.printf("Opening %,d streams ...%n", STREAMS_HELD);
    Map<String, Long> heap = heapOfStreams(load, targets);
    System.err.println("Counting ...");
    Target gateway = targets.get(targets.size() - 1);
    CountedCalls counted = CountedCalls.await(stack, ORG, load.accepted(gateway));
    return new GatewayReport(rate, streams, seconds, measured, heap, counted);
  }

  /**
   * @param part which part of the load it is: the half is 2
   */
  private List<Turn> round(GatewayLoad load, List<Target> targets, int part)
      throws InterruptedException {
    List<Turn> turns = new ArrayList<>();
    for (Target target : targets) {
      Duration span = Duration.ofSeconds(seconds);
      turns.add(
          Turn.measure(load, target, Math.max(1, rate / part), Math.max(1, streams / part), span));
    }
    return turns;
  }

  private Map<String, Long> heapOfStreams(GatewayLoad load, List<Target> targets)
      throws InterruptedException {
    Map<String, Long> heap = new LinkedHashMap<>();
    for (Target target : targets) {
      if (target.pid().isPresent()) {
        long pid = target.pid().getAsLong();
        long before = LiveHeap.bytes(pid);
        load.whileOpen(
            target, STREAMS_HELD, () -> heap.put(target.name(), LiveHeap.bytes(pid) - before));
      }
    }
    return heap;
  }

  private static Map<String, String> settings(String upstream) {
    String prefix = "TOKENLEDGER_GATEWAY_UPSTREAMS_MOCK_";
    return Map.of(prefix + "URL", upstream, prefix + "API", "openai", prefix + "KEY", "mock-key");
  }
}

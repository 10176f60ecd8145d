package io.tokenledger.bench;

import io.tokenledger.bench.codec.CodecBenchmark;
import io.tokenledger.bench.faults.FaultsBenchmark;
import io.tokenledger.bench.fuzz.FuzzBenchmark;
import io.tokenledger.bench.gateway.GatewayBenchmark;
import io.tokenledger.bench.hostile.HostileBenchmark;
import io.tokenledger.bench.ingest.IngestBenchmark;
import io.tokenledger.bench.memory.MemoryBenchmark;
import io.tokenledger.bench.outage.OutageBenchmark;
import io.tokenledger.bench.page.PageBenchmark;
import io.tokenledger.bench.query.QueryBenchmark;
import io.tokenledger.bench.resolve.ResolveBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./tokenledger bench NAME}: each benchmark brings its own stack and takes it away again.
 */
@Command(
    name = "./tokenledger bench",
    description = "Benchmarks of the whole ledger on this machine.",
    subcommands = {
      IngestBenchmark.class,
      CodecBenchmark.class,
      QueryBenchmark.class,
      ResolveBenchmark.class,
      GatewayBenchmark.class,
      FaultsBenchmark.class,
      HostileBenchmark.class,
      FuzzBenchmark.class,
      OutageBenchmark.class,
      MemoryBenchmark.class,
      PageBenchmark.class
    },
    mixinStandardHelpOptions = true)
public final class Bench {

  private Bench() {}

  /** Without a name, the ingest benchmark. */
  public static void main(String[] arguments) {
    String[] named = arguments.length == 0 ? new String[] {"ingest"} : arguments;
    System.exit(new CommandLine(new Bench()).execute(named));
  }
}

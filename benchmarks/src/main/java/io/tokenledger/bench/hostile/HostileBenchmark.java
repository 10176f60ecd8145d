package io.tokenledger.bench.hostile;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileReport;
import io.tokenledger.acceptance.hostile.HostileRound;
import io.tokenledger.acceptance.hostile.HostileTable;
import io.tokenledger.acceptance.hostile.Scale;
import io.tokenledger.acceptance.hostile.attack.Attacks;
import io.tokenledger.local.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What one org can do to the others: the attacks of which the tests run a short form. */
@Command(
    name = "hostile",
    description =
        "Attacks of one org while 20 others send and read: what it gets, and what they notice. "
            + "Exit code 1 when a process ended, or a sum is not what was sent.",
    mixinStandardHelpOptions = true)
public final class HostileBenchmark implements Callable<Integer> {

  @Option(
      names = "--only",
      defaultValue = "",
      description = "Only attacks whose finding or name contains this text, such as H6.")
  private String only;

  @Option(names = "--short", description = "The short form of the tests, whose times say little.")
  private boolean shortForm;

  @Option(names = "--port-base", defaultValue = "25080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Attack> attacks =
        Attacks.all().stream()
            .filter(attack -> (attack.finding() + " " + attack.label()).contains(only))
            .toList();
    Scale scale = shortForm ? Scale.SHORT : Scale.FULL;
    HostileReport report =
        new HostileRound(scale, new Ports(portBase), "", System.err::println).run(attacks);
    System.out.print(HostileTable.of(report));
    Path file = Path.of(System.getProperty("tokenledger.root"), "target", "bench-hostile.json");
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), report);
    System.out.println("Also written to " + file);
    return report.isHarmless() ? 0 : 1;
  }
}

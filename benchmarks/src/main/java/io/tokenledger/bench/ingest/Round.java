package io.tokenledger.bench.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The same number of events through the ledger and, when asked for, through the bare loop right
 * after it: machines drift within minutes, their ratio does not.
 */
record Round(Flow ledger, Optional<Flow> bare) {

  double ratioToBare() {
    return (double) ledger.eventsPerSecond() / bare.orElseThrow().eventsPerSecond();
  }

  double cpuRatioToBare() {
    return ledger.cpuMicrosPerEvent() / bare.orElseThrow().cpuMicrosPerEvent();
  }

  /** The one in the middle by the ledger's rate. */
  static Round middle(List<Round> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparing(round -> round.ledger().eventsPerSecond()))
        .toList()
        .get(rounds.size() / 2);
  }

  /** The middle one of an odd number of values. */
  static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return rounds.stream().mapToDouble(value).sorted().toArray()[rounds.size() / 2];
  }

  @Override
  public String toString() {
    return "the ledger "
        + line(ledger)
        + bare.map(
                flow ->
                    "; the bare loop %s; ratio %.2f, of CPU %.2f"
                        .formatted(line(flow), ratioToBare(), cpuRatioToBare()))
            .orElse("");
  }

  private static String line(Flow flow) {
    return String.format(
        Locale.ROOT, "%,d events/s at %.1f µs", flow.eventsPerSecond(), flow.cpuMicrosPerEvent());
  }
}

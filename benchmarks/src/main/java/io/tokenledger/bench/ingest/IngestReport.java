package io.tokenledger.bench.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one run; of several rounds, those of the middle one.
 *
 * @param eventsPerSecond on usage.events → in the raw table and in every rollup
 * @param cpuMicrosPerEvent by component
 * @param peakMebibytes resident memory of the component's own process
 * @param freshnessP50Ms acknowledged by Kafka → visible in the analytics API, at half that rate
 * @param stageMs what a batch took on average meanwhile, by stage
 * @param quietFreshnessP50Ms the same while nothing else flows
 * @param copyRowsPerSecond of COPY into the same table and indexes, in the same run
 * @param besideBare what the bare loop did in turns with the ledger; null when it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IngestReport(
    EventIds ids,
    long events,
    long eventsPerSecond,
    Map<String, Long> cpuMicrosPerEvent,
    long cpuMicrosPerEventTotal,
    Map<Component, Long> peakMebibytes,
    long freshnessRatePerSecond,
    int freshnessSamples,
    long freshnessP50Ms,
    long freshnessP99Ms,
    Map<String, Long> stageMs,
    long quietFreshnessP50Ms,
    long quietFreshnessP99Ms,
    long copyRowsPerSecond,
    double ratioToCopy,
    @JsonUnwrapped BesideBare besideBare) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * Medians of the rounds.
   *
   * @param ratioToBare the ledger's events/s by the bare loop's
   * @param cpuRatioToBare the ledger's CPU per event by the bare loop's
   */
  record BesideBare(
      long bareEventsPerSecond,
      double bareCpuMicrosPerEvent,
      double ratioToBare,
      double cpuRatioToBare) {

    static BesideBare of(List<Round> rounds) {
      return new BesideBare(
          Math.round(Round.median(rounds, round -> round.bare().orElseThrow().eventsPerSecond())),
          Round.median(rounds, round -> round.bare().orElseThrow().cpuMicrosPerEvent()),
          Round.median(rounds, Round::ratioToBare),
          Round.median(rounds, Round::cpuRatioToBare));
    }
  }

  static IngestReport of(
      List<Round> rounds,
      EventIds ids,
      Map<Component, Long> peakMebibytes,
      Freshness.Ages underLoad,
      Freshness.Ages whenQuiet,
      long copyRate) {
    Flow ledger = Round.middle(rounds).ledger();
    Map<String, Long> cpu = new TreeMap<>();
    ledger.cpuMicros().forEach((process, micros) -> cpu.put(process, micros / ledger.events()));
    long rate = ledger.eventsPerSecond();
    return new IngestReport(
        ids,
        ledger.events(),
        rate,
        cpu,
        Math.round(ledger.cpuMicrosPerEvent()),
        peakMebibytes,
        rate / 2,
        underLoad.samples(),
        underLoad.percentile(50),
        underLoad.percentile(99),
        underLoad.stageMillis(),
        whenQuiet.percentile(50),
        whenQuiet.percentile(99),
        copyRate,
        (double) rate / copyRate,
        rounds.get(0).bare().isPresent() ? BesideBare.of(rounds) : null);
  }

  void print() {
    row("events recorded", events);
    row("end to end, events/s", eventsPerSecond);
    cpuMicrosPerEvent.forEach((process, micros) -> row("CPU µs/event " + process, micros));
    row("CPU µs/event, all", cpuMicrosPerEventTotal);
    peakMebibytes.forEach((component, peak) -> row("peak MiB " + component.label(), peak));
    row("freshness measured at, events/s", freshnessRatePerSecond);
    row("freshness p50, ms", freshnessP50Ms);
    row("freshness p99, ms (" + freshnessSamples + " samples)", freshnessP99Ms);
    stageMs.forEach((stage, millis) -> row("meanwhile, ms/batch " + stage, millis));
    row("freshness of a quiet stream p50, ms", quietFreshnessP50Ms);
    row("freshness of a quiet stream p99, ms", quietFreshnessP99Ms);
    row("COPY into the same table, rows/s", copyRowsPerSecond);
    ratio("ratio to COPY", ratioToCopy);
    if (besideBare != null) {
      row("bare loop, events/s", besideBare.bareEventsPerSecond());
      row("bare loop, CPU µs/event", Math.round(besideBare.bareCpuMicrosPerEvent()));
      ratio("ratio to the bare loop", besideBare.ratioToBare());
      ratio("ratio of CPU to the bare loop", besideBare.cpuRatioToBare());
    }
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  private static void row(String what, long value) {
    System.out.printf(Locale.ROOT, "%-40s %,12d%n", what, value);
  }

  private static void ratio(String what, double value) {
    System.out.printf(Locale.ROOT, "%-40s %12.2f%n", what, value);
  }
}

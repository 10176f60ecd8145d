package io.tokenledger.bench.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param eventsPerSecond on usage.events → in the raw table and in every rollup
 * @param cpuMicrosPerEvent by component
 * @param peakMebibytes resident memory of the component's own process
 * @param freshnessP50Ms acknowledged by Kafka → visible in the analytics API, at half that rate
 * @param copyRowsPerSecond of COPY into the same table and indexes, in the same run
 */
record IngestReport(
    long events,
    long eventsPerSecond,
    Map<Component, Long> cpuMicrosPerEvent,
    long cpuMicrosPerEventTotal,
    Map<Component, Long> peakMebibytes,
    long freshnessRatePerSecond,
    int freshnessSamples,
    long freshnessP50Ms,
    long freshnessP99Ms,
    long copyRowsPerSecond,
    double ratioToCopy) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  void print() {
    row("events recorded", events);
    row("end to end, events/s", eventsPerSecond);
    cpuMicrosPerEvent.forEach(
        (component, micros) -> row("CPU µs/event " + component.label(), micros));
    row("CPU µs/event, all", cpuMicrosPerEventTotal);
    peakMebibytes.forEach((component, peak) -> row("peak MiB " + component.label(), peak));
    row("freshness measured at, events/s", freshnessRatePerSecond);
    row("freshness p50, ms", freshnessP50Ms);
    row("freshness p99, ms (" + freshnessSamples + " samples)", freshnessP99Ms);
    row("COPY into the same table, rows/s", copyRowsPerSecond);
    System.out.printf(Locale.ROOT, "%-40s %12.2f%n", "ratio to COPY", ratioToCopy);
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  private static void row(String what, long value) {
    System.out.printf(Locale.ROOT, "%-40s %,12d%n", what, value);
  }
}

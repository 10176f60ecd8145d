package io.tokenledger.bench.query;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param events in the ledger
 * @param compared {@code usage, 30 days} beside the bare endpoint, which does the same; of several
 *     pairs the one in the middle
 * @param steady {@code usage, 30 days} at 200 requests a second
 * @param ratiosToUtc requests a second of a report in a zone as a share of the same in UTC
 * @param exports all calls of the busiest org, by format
 */
record QueryReport(
    long events,
    int days,
    int connections,
    long loadSeconds,
    PairedRun compared,
    LoadRun.Figures steady,
    Map<String, LoadRun.Figures> endpoints,
    Map<String, Double> ratiosToUtc,
    Map<String, ExportRun.Figures> exports) {

  static final String COMPARED = "usage, 30 days";

  void print() {
    System.out.printf(
        Locale.ROOT,
        "%,d events over %d days, loaded in %,d s; %d connections%n",
        events,
        days,
        loadSeconds,
        connections);
    System.out.printf(
        "%-40s %10s %10s %10s %10s%n", "", "requests/s", "p50, ms", "p99, ms", "bytes");
    row("bare Vert.x", compared.bare());
    row(COMPARED + ", beside it", compared.ours());
    System.out.printf(Locale.ROOT, "%-40s %10.2f%n", "ratio", compared.ratio());
    row(COMPARED + ", steady", steady);
    endpoints.forEach(QueryReport::row);
    ratiosToUtc.forEach(
        (what, ratio) -> System.out.printf(Locale.ROOT, "%-40s %10.2f of UTC%n", what, ratio));
    exports.forEach(
        (format, export) ->
            System.out.printf(
                Locale.ROOT,
                "export as %s: %,d rows in %d s; peak of usage-query %d MiB, before it %d MiB%n",
                format,
                export.rows(),
                export.seconds(),
                export.peakMebibytes(),
                export.peakMebibytesBefore()));
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  static Map<String, Double> ratiosToUtc(Map<String, LoadRun.Figures> endpoints) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    endpoints.forEach(
        (what, figures) ->
            QueryMix.inUtc(what)
                .map(endpoints::get)
                .ifPresent(
                    utc ->
                        ratios.put(
                            what, (double) figures.requestsPerSecond() / utc.requestsPerSecond())));
    return ratios;
  }

  private static void row(String what, LoadRun.Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %,10d %10.2f %10.2f %,10d%n",
        what,
        figures.requestsPerSecond(),
        figures.p50Micros() / 1_000.0,
        figures.p99Micros() / 1_000.0,
        figures.bytes());
  }
}

package io.tokenledger.bench.query;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param events in the ledger
 * @param bare of the bare endpoint, which does what {@code usage, 30 days} does
 * @param ratioToBare of {@code usage, 30 days}
 * @param steady {@code usage, 30 days} at 200 requests a second
 */
record QueryReport(
    long events,
    int days,
    int connections,
    long loadSeconds,
    LoadRun.Figures bare,
    Map<String, LoadRun.Figures> endpoints,
    double ratioToBare,
    LoadRun.Figures steady) {

  static final String COMPARED = "usage, 30 days";

  static QueryReport of(
      long events,
      int days,
      int connections,
      long loadSeconds,
      LoadRun.Figures bare,
      Map<String, LoadRun.Figures> endpoints,
      LoadRun.Figures steady) {
    double ratio = (double) endpoints.get(COMPARED).requestsPerSecond() / bare.requestsPerSecond();
    return new QueryReport(events, days, connections, loadSeconds, bare, endpoints, ratio, steady);
  }

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
    row("bare Vert.x", bare);
    endpoints.forEach(QueryReport::row);
    row(COMPARED + ", steady rate", steady);
    System.out.printf(Locale.ROOT, "%-40s %10.2f%n", COMPARED + ": ratio to bare", ratioToBare);
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
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

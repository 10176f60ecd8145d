package io.tokenledger.bench.outage;

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
 * @param events that came during the outage and count
 * @param peakMebibytesBefore of the warm-up
 * @param rows in the raw table in the end
 * @param expectedRows the valid, different events that were sent
 */
record OutageReport(
    long events,
    OutageWatch.Observation outage,
    Map<Component, Long> peakMebibytesBefore,
    Map<Component, Long> peakMebibytesDuring,
    Map<Component, Long> peakMebibytesCatchingUp,
    long caughtUpAfterMillis,
    long rows,
    long expectedRows) {

  private static final long MILLIS_PER_MINUTE = 60_000;

  boolean isExact() {
    return rows == expectedRows;
  }

  long eventsPerSecondCatchingUp() {
    return events * 1000 / Math.max(1, caughtUpAfterMillis);
  }

  void print() {
    row("events during the outage", events);
    row("outage, s", outage.millis() / 1000);
    outage
        .downAfterMillis()
        .forEach((service, millis) -> row("readiness down after, ms: " + service.label(), millis));
    row("highest lag told by /metrics", outage.highestLag());
    row("log lines per minute", outage.logLines() * MILLIS_PER_MINUTE / outage.millis());
    row("peak MiB before", peakMebibytesBefore);
    row("peak MiB during the outage", peakMebibytesDuring);
    row("peak MiB catching up", peakMebibytesCatchingUp);
    row("caught up after, s", caughtUpAfterMillis / 1000);
    row("catching up, events/s", eventsPerSecondCatchingUp());
    row("raw rows", rows);
    row("raw rows expected", expectedRows);
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  private static void row(String what, Map<Component, Long> values) {
    values.forEach((component, value) -> row(what + ": " + component.label(), value));
  }

  private static void row(String what, long value) {
    System.out.printf(Locale.ROOT, "%-56s %,12d%n", what, value);
  }
}

package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour of a real chat service, as one org's events. */
class RealTraceIT {

  private static final String TRACE =
      "/io/tokenledger/local/demo/azure-llm-inference-trace-conv.csv.gz";
  private static final int CALLS = 19_366;
  private static final String ORG = "trace";
  private static final Instant START = Instant.now().minus(Duration.ofDays(2));

  private record Call(long offsetMillis, long contextTokens, long generatedTokens) {

    static Call of(String csvLine) {
      String[] fields = csvLine.split(",");
      return new Call(
          Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    }

    String toEvent(int number) {
      return """
          {"eventId":"trace-%d","orgId":"%s","provider":"azure","modelName":"gpt-4",\
          "inputTokens":%d,"outputTokens":%d,"occurredAt":"%s"}"""
          .formatted(number, ORG, contextTokens, generatedTokens, START.plusMillis(offsetMillis));
    }
  }

  @Test
  void theReportSumsUpToTheFile(@TempDir Path folder) throws IOException {
    List<Call> calls = trace();
    assertThat(calls).hasSize(CALLS);
    RunningLedger ledger = RunningLedger.shared();
    Path file = Files.write(folder.resolve("trace.ndjson"), events(calls));
    ledger.command().run("send", "--file", file.toString());
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> assertThat(sum(report(ledger), UsageReport.Row::requestCount)).isEqualTo(CALLS));
    Collection<UsageReport.Row> report = report(ledger);
    assertThat(sum(report, UsageReport.Row::inputTokens))
        .isEqualTo(calls.stream().mapToLong(Call::contextTokens).sum());
    assertThat(sum(report, UsageReport.Row::outputTokens))
        .isEqualTo(calls.stream().mapToLong(Call::generatedTokens).sum());
  }

  private static long sum(
      Collection<UsageReport.Row> rows, ToLongFunction<UsageReport.Row> figure) {
    return rows.stream().mapToLong(figure).sum();
  }

  private static Collection<UsageReport.Row> report(RunningLedger ledger) {
    LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC);
    String period = "from=" + first + "&to=" + first.plusDays(1);
    return UsageReport.of(ledger.api(), ORG, period).values();
  }

  private static List<String> events(List<Call> calls) {
    List<String> events = new ArrayList<>();
    calls.forEach(call -> events.add(call.toEvent(events.size())));
    return events;
  }

  private static List<Call> trace() throws IOException {
    try (InputStream packed = RealTraceIT.class.getResourceAsStream(TRACE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Call::of).toList();
    }
  }
}

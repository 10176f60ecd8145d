package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.acceptance.truth.UsageKey;
import io.tokenledger.acceptance.truth.UsageSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status}, and {@code down} and {@code up} again on the same data. */
class RestartIT {

  private static final int EVENTS = 500;

  @Test
  void theDataIsStillThereAndTheStreamGoesOn(@TempDir Path folder) throws IOException {
    RunningLedger ledger = RunningLedger.shared();
    SampleEvents events =
        new SampleEvents(
            1, List.of("restart"), Instant.now().minus(Duration.ofDays(2)), Duration.ofDays(2));
    ExpectedUsage expected = new ExpectedUsage();
    sendMore(ledger, events, expected, folder);
    Status before = new Status(ledger);
    assertThat(before.names())
        .containsExactlyInAnyOrder(
            "kafka",
            "postgres",
            "pricing-service",
            "usage-ingest",
            "usage-aggregator",
            "usage-query",
            "chat-gateway");
    assertThat(before.notReady()).isEmpty();

    ledger.command().run("down");
    assertThat(before.pids()).hasSize(7).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(new Status(ledger).pids()).isEmpty();

    ledger.up();
    assertThat(new Status(ledger).notReady()).isEmpty();
    awaitExact(ledger, expected);
    sendMore(ledger, events, expected, folder);
    assertThat(ledger.tables().drift(List.of())).isEmpty();
  }

  private static void sendMore(
      RunningLedger ledger, SampleEvents events, ExpectedUsage expected, Path folder)
      throws IOException {
    List<SampleEvent> more = Stream.generate(events::next).limit(EVENTS).toList();
    more.forEach(expected::add);
    Path file = folder.resolve("events.ndjson");
    Files.write(file, more.stream().map(SampleEvent::toJson).toList());
    ledger.command().run("send", "--file", file.toString());
    awaitExact(ledger, expected);
  }

  private static void awaitExact(RunningLedger ledger, ExpectedUsage expected) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              Map<UsageKey, UsageSums> rows = ledger.tables().usageRows(List.of("restart"));
              assertThat(ExpectedUsage.difference(expected.sums(), rows)).isEmpty();
            });
  }
}

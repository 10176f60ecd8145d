package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.ServiceProcess;
import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.local.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances each of usage-ingest and usage-aggregator, and an upgrade of all under load. */
class RollingRestartIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> ORGS =
      IntStream.range(0, 24).mapToObj(number -> "rolling-" + number).toList();

  @TempDir private Path folder;

  @Test
  void bothInstancesWorkAndNothingIsLostWhenEachIsReplaced() {
    ExpectedUsage expected = new ExpectedUsage();
    ServiceProcess ingest = another(Component.USAGE_INGEST);
    ServiceProcess aggregator = another(Component.USAGE_AGGREGATOR);
    try {
      SampleEvents events =
          new SampleEvents(7, ORGS, Instant.now().minus(Duration.ofDays(2)), Duration.ofDays(2));
      try (SteadyLoad load = SteadyLoad.start(LEDGER.access().kafkaBootstrap(), events, expected)) {
        awaitWork(Component.USAGE_INGEST, ingest, "tokenledger_batch_events_count");
        awaitWork(Component.USAGE_AGGREGATOR, aggregator, "tokenledger_batch_events_count");
        Component.services().forEach(RollingRestartIT::restart);
        ingest = replace(ingest, () -> another(Component.USAGE_INGEST));
        aggregator = replace(aggregator, () -> another(Component.USAGE_AGGREGATOR));
        load.requireRunning();
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          ExpectedUsage.difference(
                              expected.sums(), LEDGER.tables().usageRows(ORGS)))
                      .isEmpty());
      assertThat(LEDGER.tables().drift(ORGS)).isEmpty();
    } finally {
      ingest.close();
      aggregator.close();
    }
  }

  private ServiceProcess another(Component service) {
    return ServiceProcess.beside(
        service,
        LEDGER.access(),
        LEDGER.access().url(Component.PRICING_SERVICE),
        folder.resolve(service.label() + ".log"));
  }

  /** In good order, as Kubernetes does it; the stack starts it again. */
  private static void restart(Component service) {
    long before = new Status(LEDGER).pid(service);
    ProcessHandle process = ProcessHandle.of(before).orElseThrow();
    process.destroy();
    process.onExit().join();
    LEDGER.awaitReady(service);
    assertThat(new Status(LEDGER).pid(service)).isNotEqualTo(before);
  }

  private static ServiceProcess replace(ServiceProcess old, Supplier<ServiceProcess> another) {
    old.close();
    return another.get();
  }

  private static void awaitWork(Component service, ServiceProcess other, String counter) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(Scrape.of(LEDGER, service).value(counter)).isPositive();
              assertThat(Scrape.of(other.managementUrl()).value(counter)).isPositive();
            });
  }
}

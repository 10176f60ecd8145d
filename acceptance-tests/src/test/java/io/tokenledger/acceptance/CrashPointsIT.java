package io.tokenledger.acceptance;

import static io.tokenledger.acceptance.CrashSwitch.AGGREGATOR_COMMITTED;
import static io.tokenledger.acceptance.CrashSwitch.AGGREGATOR_FOLDED;
import static io.tokenledger.acceptance.CrashSwitch.INGEST_SENT;
import static io.tokenledger.acceptance.CrashSwitch.INGEST_STORED;
import static org.awaitility.Awaitility.await;

import io.tokenledger.local.Component;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes die at the worst moments while events flow, and the sums stay exact. */
class CrashPointsIT {

  private static final long SEED = Long.getLong("tokenledger.test.seed", System.nanoTime());
  private static final Duration LONG_ENOUGH_FOR_ALL_DEATHS = Duration.ofMinutes(5);

  private static CrashingLedger ledger;
  private static Traffic traffic;
  private static ExactLedger exact;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    System.out.println("The traffic is made from seed " + SEED);
    ledger = new CrashingLedger();
    traffic = new Traffic(ledger.stack().access().kafkaBootstrap(), SEED);
    exact = new ExactLedger(ledger.stack().access(), traffic);
  }

  @AfterAll
  static void stop() {
    if (traffic != null) {
      traffic.close();
    }
    if (ledger != null) {
      ledger.close();
    }
  }

  @Test
  void betweenStoringAndPublishingAndBeforeTheCommitOfTheRollups() {
    dieTogether(INGEST_STORED, AGGREGATOR_FOLDED);
  }

  @Test
  void withAnOpenKafkaTransactionAndAfterTheCommitOfTheRollups() {
    dieTogether(INGEST_SENT, AGGREGATOR_COMMITTED);
  }

  @Test
  void killedServersComeBackWithEverything() {
    traffic.resume();
    killUnderLoad(Component.KAFKA);
    killUnderLoad(Component.POSTGRES);
    exact.verify();
  }

  @Test
  void anAggregatorThatWakesUpAfterItsPartitionsWereTakenCountsNothingTwice() throws IOException {
    outlive(Component.USAGE_AGGREGATOR, "aggregator-hold", "aggregator-held");
  }

  @Test
  void anIngestThatWakesUpAfterItsPartitionsWereTakenPublishesNothingTwice() throws IOException {
    outlive(Component.USAGE_INGEST, "ingest-hold", "ingest-held");
  }

  /** Both die again and again, each at its place, until each has died often enough. */
  private static void dieTogether(CrashSwitch one, CrashSwitch other) {
    traffic.resume();
    ledger.switchOn(one);
    ledger.switchOn(other);
    await()
        .atMost(LONG_ENOUGH_FOR_ALL_DEATHS)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> diedEnough(one) & diedEnough(other));
    exact.verify();
  }

  private static boolean diedEnough(CrashSwitch place) {
    boolean enough = ledger.deaths(place) >= place.deathsWanted();
    if (enough) {
      ledger.switchOff(place);
    }
    return enough;
  }

  private static void killUnderLoad(Component server) {
    long before = ledger.stack().component(server).pid().orElseThrow();
    exact.awaitProgress();
    ledger.stack().component(server).kill();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                ledger.stack().component(server).isReady()
                    && ledger.stack().component(server).pid().orElse(before) != before);
    exact.awaitProgress();
  }

  /** The process sleeps with a batch in its hands; meanwhile another one does its work. */
  private static void outlive(Component service, String hold, String held) throws IOException {
    traffic.resume();
    SecondInstance other = SecondInstance.start(service, ledger.stack().access());
    try {
      ledger.create(hold);
      await().atMost(Duration.ofSeconds(60)).until(() -> ledger.exists(held));
      long pid = ledger.stack().component(service).pid().orElseThrow();
      ProcessSignal.STOP.send(pid);
      try {
        ledger.delete(hold);
        exact.verify();
      } finally {
        ProcessSignal.CONT.send(pid);
      }
    } finally {
      other.close();
    }
    traffic.resume();
    exact.awaitProgress();
    exact.verify();
  }
}

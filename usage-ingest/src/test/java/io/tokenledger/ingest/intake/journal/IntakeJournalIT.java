package io.tokenledger.ingest.intake.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.service.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal and its way to the topic, with a real broker that goes away and comes back. */
class IntakeJournalIT {

  private static final Map<String, Object> NOWHERE = Map.of("bootstrap.servers", "127.0.0.1:1");
  private static final String PADDING = " ".repeat(10_000);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @TempDir private Path directory;

  @Test
  void whatIsKeptWhileKafkaIsAwayArrivesWhenItIsBack(@TempDir Path ofBroker) throws Exception {
    try (TestBroker broker = new TestBroker(ofBroker)) {
      IntakeJournal journal = journal(JournalOfTest.SMALL, broker.client());
      journal.keep(events("up", 10));
      await().atMost(SOON).until(() -> broker.events().size() == 10);
      broker.stop();
      journal.keep(events("away", 100));
      assertThat(gauge("bytes")).isPositive();
      broker.start();
      await().atMost(SOON).until(() -> gauge("bytes") == 0);
      assertThat(broker.events())
          .hasSizeGreaterThanOrEqualTo(110)
          .allMatch(event -> event.key().equals("acme"));
      assertThat(broker.events().stream().map(IntakeJournalIT::text).distinct()).hasSize(110);
      journal.stop(null);
    }
  }

  /** Nothing of a request that finds no room, so that what was refused is not half counted. */
  @Test
  void aFullOneRefusesUntilThereIsRoomAndForgetsNothing(@TempDir Path ofBroker) throws Exception {
    IntakeJournal full = journal(JournalOfTest.SMALL, NOWHERE);
    int kept = 0;
    while (refused("full") == 0) {
      try {
        full.keep(events("kept" + kept, 100));
        kept++;
      } catch (NotKeptException e) {
        assertThat(e.why()).isEqualTo(NotKeptException.Why.FULL);
      }
    }
    full.stop(null);
    int expected = kept * 100;
    try (TestBroker broker = new TestBroker(ofBroker)) {
      IntakeJournal again = journal(JournalOfTest.SMALL, broker.client());
      await().atMost(SOON).until(() -> gauge("bytes") == 0);
      again.keep(events("last", 1));
      await()
          .atMost(SOON)
          .until(
              () ->
                  broker.events().stream().map(IntakeJournalIT::text).distinct().count()
                      == expected + 1);
      again.stop(null);
    }
  }

  /** And takes part in nothing else: it is tried again with each request. */
  @Test
  void aDirectoryThatCannotBeOpenedRefusesUntilItCan() throws Exception {
    Path place = directory.resolve("journal");
    Files.writeString(place, "a file where the directory should be");
    IntakeJournal journal = journal(JournalOfTest.SMALL, NOWHERE);
    assertThatThrownBy(() -> journal.keep(events("no", 1)))
        .isInstanceOfSatisfying(
            NotKeptException.class,
            refused -> assertThat(refused.why()).isEqualTo(NotKeptException.Why.DISK));
    assertThat(refused("disk")).isOne();

    Files.delete(place);
    journal.keep(events("yes", 1));
    assertThat(gauge("bytes")).isPositive();
    journal.stop(null);
    assertThatThrownBy(() -> journal.keep(events("no", 1))).isInstanceOf(NotKeptException.class);
  }

  private IntakeJournal journal(long maxBytes, Map<String, Object> kafka) {
    meters.clear();
    IntakeJournal journal =
        new IntakeJournal(new JournalOfTest(directory.resolve("journal"), maxBytes), kafka, meters);
    journal.start(null);
    return journal;
  }

  private double gauge(String name) {
    return meters.get("tokenledger.intake.journal." + name).gauge().value();
  }

  private double refused(String reason) {
    return meters.get("tokenledger.intake.refused").tag("reason", reason).counter().count();
  }

  private static List<ValidEvent> events(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + "-" + i)
        .map(id -> new ValidEvent("acme", id, Instant.EPOCH, message(id), 1))
        .toList();
  }

  private static byte[] message(String id) {
    return (id + PADDING).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ConsumerRecord<String, byte[]> event) {
    return new String(event.value(), StandardCharsets.UTF_8);
  }
}

package io.tokenledger.gateway.accounting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.gateway.accounting.Calls;
import io.tokenledger.gateway.accounting.How;
import io.tokenledger.gateway.accounting.JournalsOfCalls;
import io.tokenledger.gateway.accounting.journal.OnFull;
import io.tokenledger.gateway.accounting.journal.WaitingCalls;
import io.tokenledger.service.journal.UsagePublisher;
import io.tokenledger.service.testing.TestBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real broker, and a real process that is killed. */
class UsagePublisherIT {

  private static final String USAGE = "{'usage':{'prompt_tokens':10,'completion_tokens':5}}";
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path ofBroker;
  private static TestBroker broker;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    broker = new TestBroker(ofBroker);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void eventsArriveKeyedByTheirOrgAndTheJournalForgetsThem() throws Exception {
    try (JournalsOfCalls calls =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.REFUSE)) {
      UsagePublisher publisher = publisher(calls);
      // Far more than the journal holds at once: it would refuse for ever if it did not forget.
      for (int i = 0; i < 5_000; i++) {
        String id = "arrives" + i;
        if (!isOpened(calls, id)) {
          await().atMost(SOON).pollInterval(POLL).until(() -> isOpened(calls, id));
        }
        close(calls, id);
      }
      calls.ledger().end();
      publisher.end(SOON);
      assertThat(calls.journal().hasRecordAt(calls.journal().read().position())).isFalse();
    }
    List<ConsumerRecord<String, byte[]>> events = events("arrives");
    assertThat(events).allMatch(event -> event.key().equals(Calls.ORG));
    assertThat(ids(events)).hasSize(5_000);
    assertOneBodyEach(events);
  }

  /** Also across a restart. */
  @Test
  void callsGoOnWhileKafkaIsAwayAndTheirEventsArriveAfterwards() throws Exception {
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      UsagePublisher publisher = publisher(calls);
      call(calls, "away-before");
      await().atMost(SOON).until(() -> !events("away-before").isEmpty());
      awaitSent(calls);
      broker.stop();
      for (int i = 0; i < 300; i++) {
        call(calls, "away" + i);
      }
      await().until(() -> calls.ledger().depth() == 300);
      awaitFailures(calls);
      publisher.end(Duration.ofMillis(1));
    }
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      UsagePublisher publisher = publisher(calls);
      call(calls, "away-restarted");
      awaitFailures(calls);
      broker.start();
      awaitSent(calls);
      assertThat(calls.ledger().age()).isZero();
      publisher.end(SOON);
    }
    assertThat(ids(events("away"))).hasSize(302);
    assertOneBodyEach(events("away"));
  }

  /** Beyond the patience of the producer: each has failed, and is to be sent again. */
  private static void awaitFailures(JournalsOfCalls calls) {
    await().atMost(SOON).until(() -> calls.ledger().age().compareTo(PATIENCE.plusMillis(500)) > 0);
  }

  @Test
  void whatWasNotAcknowledgedIsSentAgainInTheSameBytes(@TempDir Path asItWas) throws Exception {
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      calls.ledger().open(Calls.chat("again-running"));
      for (int i = 0; i < 10; i++) {
        call(calls, "again" + i);
      }
    }
    copy(directory, asItWas);
    for (int start = 0; start < 2; start++) {
      copy(asItWas, directory);
      try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
        UsagePublisher publisher = publisher(calls);
        awaitSent(calls);
        publisher.end(SOON);
      }
    }
    assertThat(events("again")).hasSizeGreaterThanOrEqualTo(22);
    assertThat(ids(events("again"))).hasSize(11);
    assertOneBodyEach(events("again"));
  }

  /** Each call that was let out has an event, and no call has two different ones. */
  @Test
  void killNineLeavesNoCallUnaccounted() throws Exception {
    Set<String> opened = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      Process process = gateway("killed" + round + "-");
      try (BufferedReader lines = process.inputReader()) {
        for (int i = 0; i < 2_000 + 700 * round; i++) {
          opened.add(lines.readLine());
        }
        process.toHandle().destroyForcibly();
        lines.lines().filter(line -> line.endsWith("!")).forEach(opened::add);
      }
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      UsagePublisher publisher = publisher(calls);
      awaitSent(calls);
      publisher.end(SOON);
    }
    List<ConsumerRecord<String, byte[]>> events = events("killed");
    assertThat(ids(events)).containsAll(opened);
    assertOneBodyEach(events);
    assertThat(events).anyMatch(event -> text(event).contains("gateway_stopped"));
  }

  /** As if the process had died before it wrote the checkpoint. */
  private static void copy(Path from, Path to) throws IOException {
    for (Path stale : files(to)) {
      Files.delete(stale);
    }
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private Process gateway(String prefix) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            UsagePublisherIT.class.getName(),
            directory.toString(),
            broker.client().get("bootstrap.servers").toString(),
            prefix)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A gateway with calls that overlap; tells each when it may go out. */
  public static void main(String[] arguments) throws Exception {
    JournalsOfCalls calls = JournalsOfCalls.in(Path.of(arguments[0]));
    new UsagePublisher(
            new WaitingCalls(calls.journal()), Map.of("bootstrap.servers", arguments[1]), PATIENCE)
        .start();
    for (int i = 0; ; i++) {
      String id = arguments[2] + i + "!";
      calls.ledger().open(Calls.chat(id)).toCompletionStage().toCompletableFuture().get();
      System.out.println(id);
      if (i >= 20) {
        close(calls, arguments[2] + (i - 20) + "!");
      }
    }
  }

  private static UsagePublisher publisher(JournalsOfCalls calls) {
    UsagePublisher publisher =
        new UsagePublisher(new WaitingCalls(calls.journal()), broker.client(), PATIENCE);
    publisher.start();
    return publisher;
  }

  private static void call(JournalsOfCalls calls, String id) throws Exception {
    calls
        .ledger()
        .open(Calls.chat(id))
        .toCompletionStage()
        .toCompletableFuture()
        .get(1, TimeUnit.SECONDS);
    close(calls, id);
  }

  private static boolean isOpened(JournalsOfCalls calls, String id) {
    return calls
        .ledger()
        .open(Calls.chat(id))
        .toCompletionStage()
        .handle((done, refused) -> refused == null)
        .toCompletableFuture()
        .join();
  }

  private static void close(JournalsOfCalls calls, String id) {
    calls.ledger().close(Calls.chat(id), Calls.ended(Calls.answer(USAGE), How.COMPLETED));
  }

  private static void awaitSent(JournalsOfCalls calls) {
    await().atMost(SOON).pollInterval(POLL).until(() -> calls.ledger().depth() == 0);
  }

  private static List<ConsumerRecord<String, byte[]>> events(String prefix) {
    return broker.events().stream().filter(event -> id(event).startsWith(prefix)).toList();
  }

  private static Set<String> ids(List<ConsumerRecord<String, byte[]>> events) {
    return events.stream().map(UsagePublisherIT::id).collect(Collectors.toSet());
  }

  private static void assertOneBodyEach(List<ConsumerRecord<String, byte[]>> events) {
    Map<String, Set<String>> bodies =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    UsagePublisherIT::id,
                    Collectors.mapping(UsagePublisherIT::text, Collectors.toSet())));
    assertThat(bodies.values()).allMatch(each -> each.size() == 1);
  }

  private static String id(ConsumerRecord<String, byte[]> event) {
    return text(event).split("\"", 5)[3];
  }

  private static String text(ConsumerRecord<String, byte[]> event) {
    return new String(event.value(), StandardCharsets.UTF_8);
  }
}

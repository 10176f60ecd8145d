package io.tokenledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.support.KeptDays;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Another transaction stores what a batch has asked for and not stored yet, or holds it up. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class StoreRaceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** No lane has it. */
  private static final int PARTITION = 2_000;

  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE query LIKE 'COPY raw.usage_event%' AND wait_event_type = 'Lock'""";

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = LedgerClient.currentEpoch();
  private final List<DeadLetter> deadLetters = Collections.synchronizedList(new ArrayList<>());

  @Inject RawEvents rawEvents;
  @Inject PriceBooks priceBooks;

  /** Repricings of other tests go through all rows. */
  @AfterEach
  void takeAway() {
    LedgerClient.execute("DELETE FROM raw.usage_event WHERE org_id = '" + org + "'");
  }

  @Test
  void aRowOfTheSameMessageIsOurs() throws SQLException {
    BatchOutcome outcome = meetsWhileItCopies(message(7, "e", 1), message(7, "e", 1));
    assertThat(outcome.recorded()).extracting(RecordedUsage::eventId).containsExactly("e");
    assertThat(outcome.duplicates()).isZero();
  }

  @Test
  void aRowOfAnotherMessageThatSaysTheSameIsADuplicate() throws SQLException {
    BatchOutcome outcome = meetsWhileItCopies(message(7, "e", 1), message(8, "e", 1));
    assertThat(outcome.recorded()).isEmpty();
    assertThat(outcome.duplicates()).isEqualTo(1);
  }

  @Test
  void aRowThatSaysSomethingElseIsAConflictAndTheRestIsStored() throws SQLException {
    BatchOutcome outcome =
        meetsWhileItCopies(message(7, "e", 1), message(8, "e", 2), message(9, "f", 2));
    assertThat(deadLetters).extracting(DeadLetter::reason).containsExactly(RejectionCode.CONFLICT);
    assertThat(outcome.recorded()).extracting(RecordedUsage::eventId).containsExactly("f");
  }

  /** Each key is stored by whoever comes first, and nobody waits for somebody who waits for him. */
  @Test
  void lanesThatStoreTheSameAtOnceDoNotBlockEachOther() {
    for (int round = 0; round < 5; round++) {
      int first = round * 2_000;
      List<UsageMessage> batch =
          IntStream.range(first, first + 2_000).mapToObj(i -> message(i, uuidV7(i), 1)).toList();
      List<UsageMessage> backwards = new ArrayList<>(batch);
      Collections.reverse(backwards);
      CompletableFuture<BatchOutcome> other = ingestSoon(PARTITION + 1, backwards);
      assertThat(ingestSoon(PARTITION, batch).join().recorded()).hasSize(2_000);
      assertThat(other.join().recorded()).hasSize(2_000);
    }
    assertThat(LedgerClient.rowsOf(org)).isEqualTo(10_000);
  }

  /** PostgreSQL would wait for the rest of its COPY for ever, with the locks that it has. */
  @Test
  void aLaneThatSleepsInTheMiddleOfItsCopyIsEnded() throws SQLException {
    ingest(PARTITION, List.of(message(1, "before", 1)));
    try (Connection sleeping = ofRole()) {
      sleeping.setAutoCommit(false);
      execute(
          sleeping,
          "UPDATE raw.published_position SET published_below = published_below"
              + " WHERE source_partition = "
              + PARTITION);
      sleeping
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY raw.usage_event (org_id) FROM STDIN (FORMAT binary)");

      UsageMessage next = message(2, "after", 1);
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> ingest(PARTITION, List.of(next)).recorded().size() == 1);
      sleeping.abort(Runnable::run);
    }
  }

  /** Another lane stores the first message, and commits when the batch of the others waits. */
  private BatchOutcome meetsWhileItCopies(UsageMessage first, UsageMessage... others)
      throws SQLException {
    ingest(PARTITION, List.of(first));
    try (Connection other = LedgerClient.connect()) {
      other.setAutoCommit(false);
      execute(
          other,
          "CREATE TEMPORARY TABLE kept AS SELECT * FROM raw.usage_event WHERE org_id = '"
              + org
              + "'");
      execute(other, "DELETE FROM raw.usage_event WHERE org_id = '" + org + "'");
      other.commit();
      execute(other, "INSERT INTO raw.usage_event SELECT * FROM kept");
      CompletableFuture<BatchOutcome> outcome = ingestSoon(PARTITION, List.of(others));
      await().until(() -> LedgerClient.select(WAITING).get(0).equals(1L));
      other.commit();
      return outcome.join();
    }
  }

  private CompletableFuture<BatchOutcome> ingestSoon(int partition, List<UsageMessage> messages) {
    return CompletableFuture.supplyAsync(() -> ingest(partition, messages));
  }

  private BatchOutcome ingest(int partition, List<UsageMessage> messages) {
    RecordedUsagePublisher publisher =
        (recorded, letters) -> {
          deadLetters.addAll(letters);
          return Uni.createFrom().voidItem();
        };
    return new UsageIngestor(
            new EventIntake(new KeptDays(300), priceBooks), rawEvents, new SimpleMeterRegistry())
        .ingest(
            new UsageBatch(messages, new TopicPositions(topic, Map.of(partition, 0L)), Map.of()),
            publisher)
        .await()
        .atMost(PATIENCE);
  }

  private UsageMessage message(long offset, String id, int tokens) {
    String event =
        "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"model\":\"m\",\"inputTokens\":%d}"
            .formatted(id, org, tokens);
    return new UsageMessage(
        new SourcePosition(topic, PARTITION, offset),
        null,
        event.getBytes(StandardCharsets.UTF_8),
        Map.of(),
        Instant.now());
  }

  /** An id that is its own key, so that nobody waits at the registry of ids. */
  private static String uuidV7(int number) {
    long time = Instant.now().toEpochMilli() << 16 | 0x7000;
    return new UUID(time, 0x8000_0000_0000_0000L | number).toString();
  }

  private static Connection ofRole() throws SQLException {
    return DriverManager.getConnection(
        LedgerServers.jdbcUrl(), "tokenledger_ingest", LedgerServers.PASSWORD);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package io.tokenledger.ingest;

import static io.tokenledger.ingest.support.LedgerClient.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events of a user who was erased are kept under the pseudonym, also those under way. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String ANOTHER_EVENT =
      """
      INSERT INTO raw.usage_event
      SELECT (jsonb_populate_record(e, jsonb_build_object(
        'event_key', overlay(event_key::text PLACING 'ffffffffffff' FROM 25), 'event_id', 'e-x'))).*
      FROM raw.usage_event e WHERE org_id = '%s'""";

  private static final String HOLD_OFF_THE_SERVICE =
      "SELECT pg_advisory_lock(hashtext('raw.erasure'))";

  private final String org = "org-" + UUID.randomUUID();

  @Test
  void noEventUnderWaySlipsThrough() {
    int sent = 0;
    while (LedgerClient.rowsOf(org) < 500) {
      send(sent++, Instant.now());
    }
    Instant until = Instant.now().plusSeconds(3_600);
    erase(until);
    for (int i = 0; i < 500; i++) {
      send(sent++, Instant.now());
    }
    send(sent++, until.plusSeconds(60));

    int all = sent;
    await().atMost(PATIENCE).until(() -> LedgerClient.rowsOf(org) == all && isFinished());
    assertThat(
            select(
                "SELECT event_id FROM raw.usage_event WHERE org_id = ? AND user_id = 'ann'", org))
        .as("only the one that occurred after the erasure")
        .containsExactly("e-" + (all - 1));
    assertThat(
            select(
                "SELECT count(*) FROM raw.usage_event WHERE org_id = ? AND user_id = 'erased-1'",
                org))
        .containsExactly(all - 1L);
  }

  @Test
  void whatIsPublishedAfterTheErasureNamesThePseudonym() {
    send(0, Instant.now());
    await().atMost(PATIENCE).until(() -> LedgerClient.usageOf(org).size() == 1);
    erase(Instant.now().plusSeconds(3_600));
    send(1, Instant.now());
    await().atMost(PATIENCE).until(() -> LedgerClient.usageOf(org).size() == 2);

    assertThat(LedgerClient.usageOf(org))
        .filteredOn(usage -> usage.eventId().equals("e-1"))
        .extracting(usage -> usage.call().userId())
        .containsExactly("erased-1");
  }

  /**
   * A batch that is under way may not know of the note: it is not held up by it, and the chunks
   * begin when it has ended.
   */
  @Test
  void aBatchThatIsBeingStoredIsWaitedForAndDoesNotWait() throws SQLException {
    send(0, Instant.now());
    await().atMost(PATIENCE).until(() -> LedgerClient.rowsOf(org) == 1);
    try (Connection batch = LedgerClient.connect()) {
      batch.setAutoCommit(false);
      execute(batch, "INSERT INTO raw.published_position VALUES (gen_random_uuid(), 0, 1)");
      erase(Instant.now().plusSeconds(3_600));
      select("SELECT raw.erase_some(100)");
      assertThat(isFinished()).as("erased while a batch is under way").isFalse();
      send(1, Instant.now());
      await().atMost(PATIENCE).until(() -> LedgerClient.rowsOf(org) == 2);
      execute(batch, ANOTHER_EVENT.formatted(org + "' AND event_id = 'e-0"));
      batch.commit();
    }
    await().atMost(PATIENCE).until(this::isFinished);

    assertThat(select("SELECT DISTINCT user_id FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactly("erased-1");
    assertThat(LedgerClient.rowsOf(org)).isEqualTo(3);
  }

  /** Each chunk is tried, lost, and done: what a crash before its commit leaves. */
  @Test
  void aCrashBetweenChunksLosesNothing() throws SQLException {
    for (int i = 0; i < 40; i++) {
      send(i, Instant.now().minusSeconds(86_400L * (i % 3)));
    }
    await().atMost(PATIENCE).until(() -> LedgerClient.rowsOf(org) == 40);
    try (Connection chunks = LedgerClient.connect()) {
      execute(chunks, HOLD_OFF_THE_SERVICE);
      erase(Instant.now().plusSeconds(3_600));
      int steps = 0;
      while (!isFinished()) {
        chunks.setAutoCommit(false);
        execute(chunks, "SELECT raw.erase_some(7)");
        chunks.rollback();
        chunks.setAutoCommit(true);
        execute(chunks, "SELECT raw.erase_some(7)");
        assertThat(++steps).isLessThan(1_000);
      }
      assertThat(steps).isGreaterThan(5);
    }
    assertThat(select("SELECT changed FROM raw.erasure WHERE org_id = ?", org))
        .containsExactly(40L);
    assertThat(select("SELECT DISTINCT user_id FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactly("erased-1");
  }

  /** It waits for no row with rows in hand, so that the two never wait for each other. */
  @Test
  void aChunkStepsBackForWhoeverChangesOneOfItsEvents() throws SQLException {
    send(0, Instant.now());
    send(1, Instant.now());
    await().atMost(PATIENCE).until(() -> LedgerClient.rowsOf(org) == 2);
    try (Connection repricing = LedgerClient.connect()) {
      repricing.setAutoCommit(false);
      execute(
          repricing,
          "SELECT FROM raw.usage_event WHERE org_id = '%s' AND event_id = 'e-1' FOR UPDATE"
              .formatted(org));
      erase(Instant.now().plusSeconds(3_600));
      await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !isFinished());
      execute(
          repricing,
          "UPDATE raw.usage_event SET cost_nanos = 7 WHERE org_id = '%s'".formatted(org));
      repricing.commit();
    }
    await().atMost(PATIENCE).until(this::isFinished);
    assertThat(select("SELECT user_id || cost_nanos FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactly("erased-17", "erased-17");
  }

  @Test
  void aNoteIsForgottenWhenNoEventOfBeforeItCanComeAnyMore() {
    erase(Instant.parse("2020-01-02T00:00:00Z"));
    await().atMost(PATIENCE).until(this::isFinished);
    select("SELECT raw.forget_erasures()::text");
    assertThat(notes()).hasSize(1);

    LedgerClient.execute("UPDATE raw.retention_edge SET complete_from = '2020-01-03'");
    try {
      select("SELECT raw.forget_erasures()::text");
      assertThat(notes()).isEmpty();
    } finally {
      LedgerClient.execute("UPDATE raw.retention_edge SET complete_from = '1970-01-01'");
    }
  }

  @Test
  void anErasureThatIsAskedForAgainGoesOnUnderItsPseudonym() throws SQLException {
    try (Connection chunks = LedgerClient.connect()) {
      execute(chunks, HOLD_OFF_THE_SERVICE);
      erase(Instant.now().plusSeconds(60));
      assertThat(request("ann", "erased-2", Instant.now().plusSeconds(3_600)))
          .containsExactly("erased-1");
    }
    assertThat(request("bob", "erased-3", Instant.now())).containsExactly("erased-3");
    assertThat(select("SELECT DISTINCT pseudonym FROM raw.erased_user WHERE org_id = ?", org))
        .containsExactlyInAnyOrder("erased-1", "erased-3");
  }

  private List<Object> notes() {
    return select("SELECT pseudonym FROM raw.erased_user WHERE org_id = ?", org);
  }

  private boolean isFinished() {
    return select("SELECT 1 FROM raw.erasure WHERE org_id = ? AND finished_at IS NULL", org)
        .isEmpty();
  }

  private void erase(Instant until) {
    request("ann", "erased-1", until);
  }

  private List<Object> request(String userId, String pseudonym, Instant until) {
    return select(
        "SELECT raw.request_erasure(?, ?, ?, ?, ?, false)",
        org,
        userId,
        ErasedUsers.hash(org, userId),
        until.atOffset(ZoneOffset.UTC),
        pseudonym);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void send(int id, Instant occurredAt) {
    LedgerClient.send(
        """
        {"eventId":"e-%d","orgId":"%s","userId":"ann","provider":"openai","modelName":"gpt-4o",
         "inputTokens":10,"occurredAt":"%s"}"""
            .formatted(id, org, occurredAt));
  }
}

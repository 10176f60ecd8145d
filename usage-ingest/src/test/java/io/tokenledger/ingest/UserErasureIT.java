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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Events of a user who was erased are kept under the pseudonym, also those under way. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
          + " AND query LIKE '%raw.erase_user%'";

  private static final String ANOTHER_EVENT =
      """
      INSERT INTO raw.usage_event
      SELECT (jsonb_populate_record(e, jsonb_build_object(
        'event_key', overlay(event_key::text PLACING 'ffffffffffff' FROM 25), 'event_id', 'e-x'))).*
      FROM raw.usage_event e WHERE org_id = '%s'""";

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
    await().atMost(Duration.ofSeconds(20)).until(() -> LedgerClient.rowsOf(org) == all);
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

  /** A batch notes first where it begins: the erasure waits for it, and sees its rows. */
  @Test
  void aBatchThatIsBeingStoredIsWaitedFor() throws SQLException {
    send(0, Instant.now());
    await().atMost(Duration.ofSeconds(20)).until(() -> LedgerClient.rowsOf(org) == 1);
    CompletableFuture<Void> erasure;
    try (Connection batch = LedgerClient.connect()) {
      batch.setAutoCommit(false);
      execute(batch, "INSERT INTO raw.published_position VALUES (gen_random_uuid(), 0, 1)");
      erasure = CompletableFuture.runAsync(() -> erase(Instant.now().plusSeconds(3_600)));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> select(WAITING).equals(List.of(1L)) || erasure.isDone());
      execute(batch, ANOTHER_EVENT.formatted(org));
      batch.commit();
    }
    erasure.join();

    assertThat(select("SELECT DISTINCT user_id FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactly("erased-1");
    assertThat(LedgerClient.rowsOf(org)).isEqualTo(2);
  }

  private void erase(Instant until) {
    select(
        "SELECT raw.erase_user(?, 'ann', ?, ?, 'erased-1')",
        org,
        ErasedUsers.hash(org, "ann"),
        until.atOffset(ZoneOffset.UTC));
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

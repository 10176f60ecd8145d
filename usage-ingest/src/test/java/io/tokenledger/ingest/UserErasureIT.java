package io.tokenledger.ingest;

import static io.tokenledger.ingest.LedgerClient.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.service.testing.LedgerServers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events of a user who was erased are kept under the pseudonym, also those under way. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

  private static LedgerClient client;

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void connect() {
    client = new LedgerClient();
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Test
  void noEventUnderWaySlipsThrough() {
    int sent = 0;
    while (LedgerClient.rowsOf(org) < 500) {
      send(sent++, Instant.now());
    }
    Instant until = Instant.now().plusSeconds(3_600);
    select(
        "SELECT raw.erase_user(?, 'ann', ?, ?, 'erased-1')",
        org,
        ErasedUsers.hash(org, "ann"),
        until.atOffset(ZoneOffset.UTC));
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

  private void send(int id, Instant occurredAt) {
    client.send(
        """
        {"eventId":"e-%d","orgId":"%s","userId":"ann","provider":"openai","modelName":"gpt-4o",
         "inputTokens":10,"occurredAt":"%s"}"""
            .formatted(id, org, occurredAt));
  }
}

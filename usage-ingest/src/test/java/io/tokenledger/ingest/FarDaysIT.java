package io.tokenledger.ingest;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.rowsOf;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.retention.OldRows;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days of keys that hold events of other days: they are noted, so that reads find the events. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class FarDaysIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Their time is 2024-06-14. */
  private static final String V7 = "0190163d-8694-739b-aea5-966c26f8ad9";

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void migrate() {
    OtherSchemas.migrate();
  }

  @Test
  void aDayIsNotedWithTheFarEventThatIsStored() {
    LedgerClient.send(event(V7 + "1", "2024-06-13T10:00:00Z"));
    LedgerClient.send(event("any-id", "2025-03-02T10:00:00Z"));
    awaitRecorded(2);
    assertThat(notes()).isEmpty();

    LedgerClient.send(event(V7 + "2", "2025-03-02T23:59:59.999Z"));
    awaitRecorded(3);
    assertThat(notes()).containsExactly("2024-06-14 2025-03-02 2025-03-02");

    LedgerClient.send(event(V7 + "3", "2024-03-01T00:00:00Z"));
    LedgerClient.send(event(V7 + "4", "2025-03-01T00:00:00Z"));
    awaitRecorded(5);
    assertThat(notes()).containsExactly("2024-06-14 2024-03-01 2025-03-02");
  }

  /** Its key is that of the first copy, whatever the second one says: nothing new is far. */
  @Test
  void aCopyThatSaysAnotherDayIsNoSecondEventAndNotNoted() {
    LedgerClient.send(event(V7 + "5", "2024-06-14T10:00:00Z"));
    awaitRecorded(1);
    LedgerClient.send(event(V7 + "5", "2025-06-14T10:00:00Z"));
    LedgerClient.send(event("last", "2025-06-14T10:00:00Z"));

    awaitRecorded(2);
    assertThat(rowsOf(org)).isEqualTo(2);
    assertThat(notes()).isEmpty();
  }

  /** A statement over all days would wait for the locked one. */
  @Test
  void aDuplicateIsFoundWhileAnotherDayIsLocked() throws Exception {
    LocalDate locked = LocalDate.of(2012, 2, 1);
    OldRows.insert(org, locked, locked + "T10:00:00Z");
    try (Connection blocker = LedgerClient.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("LOCK TABLE raw.usage_event_20120201 IN ACCESS EXCLUSIVE MODE");
      LedgerClient.send(event("once", "2025-06-14T10:00:00Z"));
      awaitRecorded(1);
      LedgerClient.send(event("once", "2025-06-14T10:00:00Z"));
      LedgerClient.send(event("twice", "2025-06-14T10:00:00Z"));

      assertThat(awaitRecorded(2))
          .extracting(RecordedUsage::eventId)
          .containsExactlyInAnyOrder("once", "twice");
      blocker.rollback();
    }
    execute("DROP TABLE raw.usage_event_20120201");
  }

  @Test
  void daysOfTheVersionBeforeAreLookedThroughWhenAllNote() {
    LocalDate day = LocalDate.of(2013, 5, 1);
    String near = "org-" + UUID.randomUUID();
    OldRows.insert(org, day, "2013-05-01T10:00:00Z");
    OldRows.insert(org, day, "2013-05-09T10:00:00Z");
    OldRows.insert(near, day, "2013-04-30T00:00:00Z");
    OldRows.insert(near, day, "2013-05-02T23:59:59.999Z");
    execute("UPDATE raw.far_days_noted SET since = now() + interval '1 minute'");
    try {
      execute("SELECT raw.look_through_all_days()");
      execute(
          "SET ROLE tokenledger_ingest; SELECT raw.ensure_day_partition('2013-06-01'); RESET ROLE");
      assertThat(select("SELECT key_day::text FROM raw.far_day WHERE org_id = ''"))
          .contains("2013-05-01", "2013-06-01");
      assertThat(lookThrough()).isFalse();
    } finally {
      execute("UPDATE raw.far_days_noted SET since = '-infinity'");
    }

    while (lookThrough()) {
      // One day after another.
    }
    assertThat(select("SELECT key_day FROM raw.far_day WHERE org_id IN ('', ?)", near)).isEmpty();
    assertThat(notes()).containsExactly("2013-05-01 2013-05-01 2013-05-09");

    execute("SELECT raw.end_day('2013-05-01', '2013-06-01')");
    assertThat(notes()).isEmpty();
    execute("UPDATE raw.retention_edge SET complete_from = '1970-01-01'");
    execute("DROP TABLE raw.usage_event_20130601");
  }

  private static boolean lookThrough() {
    return (Boolean) select("SELECT raw.look_through_a_day()").get(0);
  }

  private List<Object> notes() {
    return select(
        "SELECT concat_ws(' ', key_day, occurred_from, occurred_to) FROM raw.far_day"
            + " WHERE org_id = ?",
        org);
  }

  private String event(String id, String occurredAt) {
    return ("{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\","
            + "\"inputTokens\":1,\"occurredAt\":\"%s\"}")
        .formatted(id, org, occurredAt);
  }

  private List<RecordedUsage> awaitRecorded(int count) {
    return await().atMost(PATIENCE).until(() -> usageOf(org), all -> all.size() >= count);
  }
}

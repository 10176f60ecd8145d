package io.tokenledger.ingest;

import static io.tokenledger.ingest.support.LedgerClient.deadLettersFrom;
import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.rowsOf;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** From {@code usage.events} to the raw table, {@code usage.recorded} and the dead letters. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class IngestPipelineIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final String org = "org-" + UUID.randomUUID();

  @Test
  void anEventIsPricedStoredAndPublishedOnce() {
    LedgerClient.send(event("e-1", "\"inputTokens\":1000,\"outputTokens\":500"));

    RecordedUsage recorded = awaitRecorded(1).get(0);
    assertThat(recorded.costNanos()).isEqualTo(7_500_000);
    assertThat(recorded.costStatus()).isEqualTo(CostStatus.PRICED);
    assertThat(select("SELECT cost_nanos FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactly(7_500_000L);
  }

  @Test
  void aRetryCountsOnceEvenOnAnotherDayAndInAnotherForm() {
    String body = "\"inputTokens\":7,\"outputTokens\":1";
    Instant now = Instant.now();
    // No occurredAt: it defaults to the time of sending, which differs between the copies.
    sendAt(now.minus(3, ChronoUnit.DAYS), event("plain-id", body));
    awaitRecorded(1);
    sendAt(now, event("plain-id", "\"outputTokens\": 1, \"inputTokens\": 7, \"unknown\": true"));
    LedgerClient.send(event("last", body));

    assertThat(awaitRecorded(2))
        .extracting(RecordedUsage::eventId)
        .containsExactlyInAnyOrder("plain-id", "last");
    assertThat(rowsOf(org)).isEqualTo(2);
  }

  @Test
  void anotherEventUnderAUsedIdIsAConflict() {
    String id = UUID.randomUUID().toString();
    LedgerClient.send(event(id, "\"inputTokens\":7"));
    awaitRecorded(1);
    RecordMetadata second = LedgerClient.send(event(id, "\"inputTokens\":8"));

    Map<String, String> letter = awaitDeadLetter(second);
    assertThat(letter).containsEntry("dlq-reason", "conflict");
    assertThat(letter.get("dlq-detail")).contains(id);
    assertThat(rowsOf(org)).isEqualTo(1);
  }

  @Test
  void badEventsBecomeDeadLettersAndTheStreamGoesOn() {
    Map<String, String> reasonByMessage = new LinkedHashMap<>();
    reasonByMessage.put("not json", "not_json");
    reasonByMessage.put("\0\0\0\0\u0007{\"eventId\":\"e\"}", "schema_framed");
    reasonByMessage.put("", "not_json");
    reasonByMessage.put("[]", "not_an_object");
    reasonByMessage.put("null", "not_an_object");
    reasonByMessage.put("{}", "missing_field");
    reasonByMessage.put(event("neg", "\"inputTokens\":-1"), "invalid_field");
    reasonByMessage.put(event("huge", "\"inputTokens\":1e400"), "invalid_field");
    reasonByMessage.put(event("nul", "\"userId\":\"a\\u0000b\""), "invalid_field");
    reasonByMessage.put(
        event("raw", "\"rawUsage\":{\"prompt_tokens\":1,\"x\":1e99999}"), "invalid_field");
    reasonByMessage.put(event("old", "\"occurredAt\":\"1999-01-01T00:00:00Z\""), "too_late");
    Map<String, RecordMetadata> sent = new LinkedHashMap<>();
    reasonByMessage.keySet().forEach(message -> sent.put(message, LedgerClient.send(message)));
    LedgerClient.send(event("good", "\"inputTokens\":1"));

    awaitRecorded(1);
    reasonByMessage.forEach(
        (message, reason) -> {
          Map<String, String> letter = awaitDeadLetter(sent.get(message));
          assertThat(letter).containsEntry("dlq-reason", reason);
          assertThat(letter).containsEntry("dlq-source-topic", "usage.events");
          assertThat(letter).containsEntry("value", message);
          assertThat(letter.get("dlq-detail")).isNotBlank();
        });
    assertThat(rowsOf(org)).isEqualTo(1);
  }

  @Test
  void aMessageWithoutValueAndAnOversizedOneAreDeadLetters() {
    RecordMetadata empty = LedgerClient.send(new ProducerRecord<>("usage.events", null), Map.of());
    String padding = "x".repeat(1024 * 1024);
    RecordMetadata oversized = LedgerClient.send(event("big", "\"pad\":\"" + padding + "\""));

    assertThat(awaitDeadLetter(empty)).containsEntry("dlq-reason", "not_json");
    assertThat(awaitDeadLetter(oversized)).containsEntry("dlq-reason", "too_large");
  }

  @Test
  void aMessageThatCompressesFarBelowItsSizeDoesNotStopTheStream() {
    RecordMetadata bomb =
        LedgerClient.send(event("bomb", "\"pad\":\"" + "x".repeat(6_000_000) + "\""));
    LedgerClient.send(event("after", "\"inputTokens\":1"));

    assertThat(awaitDeadLetter(bomb)).containsEntry("dlq-reason", "too_large");
    assertThat(awaitRecorded(1)).hasSize(1);
  }

  @Test
  void aDroppedPartitionIsMadeAgain() {
    String day = "\"occurredAt\":\"2025-04-01T10:00:00Z\"";
    LedgerClient.send(event("first", day));
    awaitRecorded(1);
    execute("DROP TABLE raw.usage_event_20250401");
    LedgerClient.send(event("second", day));

    awaitRecorded(2);
    assertThat(rowsOf(org)).isEqualTo(1);
  }

  /** The decoder lets nothing through that cannot be stored; a constraint plays its mistake. */
  @Test
  void anEventThatTheDatabaseRefusesLeavesTheBatchAndTheStreamGoesOn() {
    execute("ALTER TABLE raw.usage_event ADD CONSTRAINT poison CHECK (user_id <> 'poison')");
    try {
      LedgerClient.send(event("before", "\"inputTokens\":1"));
      RecordMetadata poison = LedgerClient.send(event("bad", "\"userId\":\"poison\""));
      LedgerClient.send(event("after", "\"inputTokens\":1"));

      assertThat(awaitDeadLetter(poison)).containsEntry("dlq-reason", "unstorable");
      assertThat(awaitRecorded(2))
          .extracting(RecordedUsage::eventId)
          .containsExactlyInAnyOrder("before", "after");
    } finally {
      execute("ALTER TABLE raw.usage_event DROP CONSTRAINT poison");
    }
  }

  @Test
  void theLargestTextsOfFourByteCharactersFitEveryIndex() {
    String wide = "\uD83D\uDE00";
    LedgerClient.send(
        """
        {"eventId":"%1$s","orgId":"%2$s","userId":"%1$s","provider":"%3$s","modelName":"%4$s",
         "feature":"%5$s","activity":"%1$s","category":"%1$s","conversationId":"%4$s",
         "messageId":"%4$s","metadata":{"%6$s":"%7$s"}}\
        """
            .formatted(
                wide.repeat(128),
                org,
                wide.repeat(64),
                wide.repeat(200),
                "f".repeat(64),
                wide.repeat(16),
                wide.repeat(50)));

    assertThat(awaitRecorded(1).get(0).call().modelName()).isEqualTo(wide.repeat(200));
  }

  @Test
  void lateEventsGetTheirPartitionAndUuidV7KeysTheirOwnDay() {
    LedgerClient.send(event("late", "\"occurredAt\":\"2025-03-01T10:00:00Z\""));
    LedgerClient.send(
        event("0190163d-8694-739b-aea5-966c26f8ad91", "\"occurredAt\":\"2025-03-02T10:00:00Z\""));

    awaitRecorded(2);
    assertThat(
            select(
                "SELECT tableoid::regclass::text FROM raw.usage_event WHERE org_id = ? ORDER BY 1",
                org))
        .containsExactly("raw.usage_event_20240614", "raw.usage_event_20250301");
  }

  @Test
  void cloudEventsAreTakenInBothModes() {
    LedgerClient.send(
        """
        {"specversion":"1.0","type":"llm.usage.v1","id":"ce-1","source":"/gw","subject":"%s",
         "time":"2026-01-05T00:00:00Z","data":{"provider":"openai","modelName":"gpt-4o"}}\
        """
            .formatted(org));
    LedgerClient.send(
        "{\"provider\":\"openai\",\"modelName\":\"gpt-4o\"}".getBytes(StandardCharsets.UTF_8),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_type",
            "llm.usage.v1",
            "ce_id",
            "ce-2",
            "ce_subject",
            org,
            "ce_source",
            "/gw"));

    assertThat(awaitRecorded(2))
        .extracting(RecordedUsage::eventId)
        .containsExactlyInAnyOrder("ce-1", "ce-2");
  }

  @Test
  void whatTheProducerSaysItCostIsTheCostAndUnknownModelsAreUnpriced() {
    LedgerClient.send(event("told", "\"estimatedCostMicros\":12"));
    LedgerClient.send(event("unknown", "\"inputTokens\":5").replace("gpt-4o", "nobody-knows-1"));

    List<RecordedUsage> recorded = awaitRecorded(2);
    assertThat(recorded)
        .extracting(RecordedUsage::eventId, RecordedUsage::costStatus, RecordedUsage::costNanos)
        .containsExactlyInAnyOrder(
            tuple("told", CostStatus.PRODUCER_REPORTED, 12_000L),
            tuple("unknown", CostStatus.UNPRICED, 0L));
  }

  private String event(String id, String fields) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\",%s}"
        .formatted(id, org, fields);
  }

  private static void sendAt(Instant time, String event) {
    byte[] value = event.getBytes(StandardCharsets.UTF_8);
    LedgerClient.send(
        new ProducerRecord<>("usage.events", null, time.toEpochMilli(), null, value), Map.of());
  }

  private List<RecordedUsage> awaitRecorded(int count) {
    return await().atMost(PATIENCE).until(() -> usageOf(org), all -> all.size() >= count);
  }

  private static Map<String, String> awaitDeadLetter(RecordMetadata source) {
    List<Map<String, String>> letters =
        await().atMost(PATIENCE).until(() -> deadLettersFrom(source), all -> !all.isEmpty());
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }
}

package io.tokenledger.ingest.deadletters;

import static io.tokenledger.ingest.deadletters.DeadLetterApi.awaitLetters;
import static io.tokenledger.ingest.deadletters.DeadLetterApi.lettersOf;
import static io.tokenledger.ingest.deadletters.DeadLetterApi.replayId;
import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.rowsOf;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/dead-letters/replay}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final String org = "org-" + UUID.randomUUID();

  /** A constraint plays a mistake of ours that is mended afterwards. */
  @Test
  void whatIsReplayedAfterAFixCountsOnceAtTheTimeItWasSentFirst() {
    Instant sentAt = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
    execute("ALTER TABLE raw.usage_event ADD CONSTRAINT broken CHECK (user_id <> 'replayed')");
    Object id;
    try {
      LedgerClient.send(
          new ProducerRecord<>(
              "usage.events", null, sentAt.toEpochMilli(), null, bytes(event("e", "replayed"))),
          Map.of());
      id = awaitLetters(org, 1).get(0).get("id");
    } finally {
      execute("ALTER TABLE raw.usage_event DROP CONSTRAINT broken");
    }

    for (int time = 0; time < 3; time++) {
      assertThat(replayId(id).getInt("replayed")).isEqualTo(1);
    }
    assertThat(awaitRecorded("e").occurredAt()).isEqualTo(sentAt);
    assertNothingMoreComes(1);
    assertThat(lettersOf(org)).hasSize(1);
  }

  @Test
  void aMessageIsSentAsItCameWithItsKeyAndHeaders() {
    Map<String, String> envelope =
        Map.of(
            "ce_specversion", "1.0", "ce_type", "llm.usage.v1", "ce_id", "ce-1", "ce_subject", org);
    byte[] key = {0, (byte) 0xFF, 7};
    byte[] value = bytes("{\"provider\":\"openai\"}");
    RecordMetadata first =
        LedgerClient.send(new ProducerRecord<>("usage.events", key, value), envelope);
    Map<String, Object> letter = awaitLetters(org, 1).get(0);

    replayId(letter.get("id"));

    ConsumerRecord<byte[], byte[]> again =
        LedgerClient.all(Topics.USAGE_EVENTS).stream()
            .filter(each -> each.offset() > first.offset())
            .filter(each -> org.equals(LedgerClient.headersOf(each).get("ce_subject")))
            .findFirst()
            .orElseThrow();
    assertThat(again.key()).isEqualTo(key);
    assertThat(again.value()).isEqualTo(value);
    assertThat(again.partition()).isEqualTo(first.partition());
    assertThat(again.timestamp()).isGreaterThan(first.timestamp());
    Map<String, String> headers = LedgerClient.headersOf(again);
    assertThat(headers).containsAllEntriesOf(envelope);
    assertThat(headers.keySet().stream().filter(name -> name.startsWith("dlq-")))
        .containsExactlyInAnyOrder("dlq-source-timestamp", "dlq-replayed-from");
  }

  @Test
  void whatIsRefusedAgainBecomesANewLetterThatNamesTheOneBefore() {
    LedgerClient.send("{\"eventId\":\"e\",\"orgId\":\"%s\"}".formatted(org));
    Map<String, Object> first = awaitLetters(org, 1).get(0);

    replayId(first.get("id"));

    Map<String, Object> second = awaitLetters(org, 2).get(1);
    assertThat(second)
        .containsEntry("reason", "missing_field")
        .containsEntry("replayedFrom", first.get("id"))
        .containsEntry("sentAt", first.get("sentAt"))
        .containsEntry("headers", Map.of());
    replayId(second.get("id"));
    assertThat(awaitLetters(org, 3).get(2)).containsEntry("replayedFrom", second.get("id"));
  }

  @Test
  void eachIdIsAnsweredAndADryRunSendsNothing() {
    LedgerClient.send("{\"eventId\":\"e\",\"orgId\":\"%s\"}".formatted(org));
    Object good = awaitLetters(org, 1).get(0).get("id");
    RecordMetadata sent = LedgerClient.send("{\"x\":\"" + "x".repeat(3_000_000) + "\"}");
    Object cut = idOf(sent);
    String body = "{\"ids\":[\"0-99999999\",\"%s\",\"77-1\",\"%s\"],\"dryRun\":%s}";

    JsonPath tried = DeadLetterApi.replay(body.formatted(cut, good, true));
    assertThat(tried.getList("results.status"))
        .containsExactly("not_found", "cannot_replay", "not_found", "replayable");
    assertThat(tried.getString("results[1].detail")).contains("only the beginning");
    assertThat(tried.getInt("replayed")).isZero();
    assertThat(lettersOf(org)).hasSize(1);

    JsonPath done = DeadLetterApi.replay(body.formatted(cut, good, false));
    assertThat(done.getList("results.status"))
        .containsExactly("not_found", "cannot_replay", "not_found", "replayed");
    assertThat(done.getInt("replayed")).isEqualTo(1);
    awaitLetters(org, 2);
  }

  /** The replayed messages come back as letters, and yet the pages end. */
  @Test
  void aReasonIsReplayedPageByPage() {
    String from = Instant.now().toString();
    LedgerClient.sendAll(1_003, "{\"eventId\":\"e\",\"orgId\":\"%s\"}".formatted(org));
    awaitLetters(org, 1_003);
    String body = "{\"reason\":\"missing_field\",\"orgId\":\"%s\",\"from\":\"%s\"%s}";

    JsonPath first = DeadLetterApi.replay(body.formatted(org, from, ""));
    assertThat(first.getInt("replayed")).isEqualTo(1_000);
    awaitLetters(org, 2_003);
    String cursor = ",\"cursor\":\"" + first.getString("nextCursor") + "\"";
    JsonPath second = DeadLetterApi.replay(body.formatted(org, from, cursor));
    assertThat(second.getInt("replayed")).isEqualTo(3);
    assertThat(second.getString("nextCursor")).isNull();
    assertThat(
            DeadLetterApi.replay(body.formatted(org, Instant.now().plusSeconds(60), ""))
                .getInt("replayed"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"dryRun\":true}",
        "{\"ids\":[]}",
        "{\"ids\":[\"x\"]}",
        "{\"ids\":[null]}",
        "{\"ids\":[\"0-1\"],\"reason\":\"conflict\"}",
        "{\"ids\":[\"0-1\"],\"from\":\"2026-01-01T00:00:00Z\"}",
        "{\"ids\":[\"0-1\"],\"dryrun\":true}",
        "{\"reason\":\"bad_luck\"}",
        "{\"reason\":\"conflict\",\"from\":\"now\"}",
        "{\"reason\":\"conflict\",\"cursor\":\"x\"}",
        "{\"reason\":\"conflict\"} {}"
      })
  void aBodyThatIsNotClearReplaysNothing(String body) {
    DeadLetterApi.replay(TestTokens.token("root", "superadmin"), body)
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static Object idOf(RecordMetadata source) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                LedgerClient.all(Topics.DEAD_LETTERS).stream()
                    .filter(each -> isFrom(source, LedgerClient.headersOf(each)))
                    .map(each -> each.partition() + "-" + each.offset())
                    .findFirst(),
            Optional::isPresent)
        .get();
  }

  private static boolean isFrom(RecordMetadata source, Map<String, String> headers) {
    return headers.get("dlq-source-partition").equals("" + source.partition())
        && headers.get("dlq-source-offset").equals("" + source.offset());
  }

  private RecordedUsage awaitRecorded(String id) {
    return await().atMost(PATIENCE).until(() -> usageOf(org), all -> !all.isEmpty()).stream()
        .filter(usage -> usage.eventId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** An event behind the copies, on their partition, has been recorded. */
  private void assertNothingMoreComes(int count) {
    List<RecordMetadata> last =
        List.of(0, 1, 2, 3).stream()
            .map(
                p ->
                    LedgerClient.send(
                        new ProducerRecord<>(
                            "usage.events", p, null, bytes(event("last-" + p, "u"))),
                        Map.of()))
            .toList();
    await().atMost(PATIENCE).until(() -> rowsOf(org) == count + last.size());
    await().atMost(PATIENCE).until(() -> usageOf(org).size() >= count + last.size());
    assertThat(usageOf(org)).hasSize(count + last.size());
  }

  private String event(String id, String user) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"userId\":\"%s\",\"provider\":\"openai\",\"model\":\"gpt-4o\"}"
        .formatted(id, org, user);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.tokenledger.query.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LedgerServers.class)
class DetailsIT {

  private static final String PATH =
      "/orgs/log-acme/analytics/details?from=2026-03-01&to=2026-03-03";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int EVENTS = 25;

  @BeforeAll
  static void events() {
    TestLedger.migrate();
    // Every five events share their moment, so that only the key orders them.
    for (int i = 0; i < EVENTS; i++) {
      Instant occurredAt = NOON.plusSeconds(i / 5 * 43_200L).plusNanos(1_000);
      LedgerRows.event("log-acme", "plain-" + i, occurredAt, Map.of());
      LedgerRows.event("log-other", "secret-" + i, occurredAt, Map.of());
    }
    LedgerRows.event("log-full", "full", NOON, everything());
    TestLedger.execute(
        "UPDATE raw.usage_event SET tags = '{\"storyId\": \"S-12\"}' WHERE org_id = 'log-full'");
  }

  @Test
  void anEntryTellsEverything() {
    JsonNode log =
        details("/orgs/log-full/analytics/details?from=2026-03-01&to=2026-03-01").at("/logs/0");
    assertThat(log)
        .isEqualTo(
            Api.json(
                "{\"eventId\":\"full\",\"occurredAt\":\"2026-03-01T12:00:00Z\",\"userId\":\"ann\","
                    + "\"provider\":\"anthropic\",\"modelName\":\"claude-x\",\"feature\":\"rag\","
                    + "\"activity\":\"agent.writer\",\"category\":\"review\",\"inputTokens\":100,"
                    + "\"outputTokens\":50,\"cacheReadTokens\":40,\"cacheWriteTokens\":30,"
                    + "\"cacheWrite1hTokens\":20,\"audioInputTokens\":5,\"reasoningTokens\":25,"
                    + "\"audioOutputTokens\":6,\"embeddingTokens\":7,\"imageInputTokens\":0,"
                    + "\"imageOutputTokens\":0,\"cacheReadAudioTokens\":0,"
                    + "\"cacheReadImageTokens\":0,\"totalTokens\":157,"
                    + "\"requestCount\":1,\"estimatedCostMicros\":2,\"costUsd\":\"0.000002500\",\"costStatus\":\"partial\","
                    + "\"priceVersion\":\"p1\",\"durationMs\":1200,\"timeToFirstTokenMs\":300,"
                    + "\"success\":false,\"errorMessage\":\"boom\",\"conversationId\":\"c1\","
                    + "\"messageId\":\"m1\",\"serviceTier\":\"batch\",\"speed\":\"standard\","
                    + "\"inferenceGeo\":null,\"units\":{},\"usageSource\":\"estimated\","
                    + "\"revision\":0,\"voided\":false,"
                    + "\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\","
                    + "\"metadata\":{\"storyId\":\"S-12\"}}"));
  }

  @Test
  void whatAnEventDidNotTellIsNull() {
    JsonNode log = details(PATH).at("/logs/0");
    for (String field :
        List.of("userId", "activity", "durationMs", "errorMessage", "messageId", "traceId")) {
      assertThat(log.path(field).isNull()).as(field).isTrue();
    }
    assertThat(log.path("metadata")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 24, 25, 26, 200})
  void cursorsVisitEveryEventOnceNewestFirst(int limit) {
    List<String> visited = new ArrayList<>();
    List<String> times = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = details(PATH + "&limit=" + limit + "&cursor=" + cursor);
      assertThat(page.path("total").asInt()).isEqualTo(EVENTS);
      assertThat(page.path("logs").size()).isLessThanOrEqualTo(limit);
      visited.addAll(page.path("logs").findValuesAsText("eventId"));
      times.addAll(page.path("logs").findValuesAsText("occurredAt"));
      cursor = page.path("nextCursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    assertThat(visited)
        .hasSize(EVENTS)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("plain"));
    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void offsetsVisitWhatCursorsVisit() {
    List<String> all = details(PATH + "&limit=200").path("logs").findValuesAsText("eventId");
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < EVENTS; offset += 10) {
      JsonNode page = details(PATH + "&limit=10&offset=" + offset);
      paged.addAll(page.path("logs").findValuesAsText("eventId"));
    }
    assertThat(paged).isEqualTo(all);
    assertThat(details(PATH + "&offset=10000").path("logs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "provider, anthropic",
    "modelName, claude-x",
    "feature, rag",
    "activity, agent.writer",
    "userId, ann",
    "conversationId, c1",
    "success, false"
  })
  void eachFilterNarrows(String name, String value) {
    LedgerRows.event("log-filter", "full", NOON, everything());
    LedgerRows.event("log-filter", "plain", NOON, Map.of());
    String path = "/orgs/log-filter/analytics/details?from=2026-03-01&to=2026-03-01";
    JsonNode page = details(path + "&" + name + "=" + value);
    assertThat(page.path("logs").findValuesAsText("eventId")).containsExactly("full");
    assertThat(page.path("total").asInt()).isEqualTo(1);
    assertThat(details(path).path("total").asInt()).isEqualTo(2);
  }

  @Test
  void theDaysAreThoseOfTheZone() {
    String day = "/orgs/log-acme/analytics/details?from=2026-03-02&to=2026-03-02";
    assertThat(details(day).path("total").asInt()).isEqualTo(10);
    // 2 March in Auckland (+13) is 1 March 11:00 to 2 March 11:00 UTC.
    assertThat(details(day + "&tz=Pacific/Auckland").path("total").asInt()).isEqualTo(10);
    assertThat(details(day + "&tz=America/New_York").path("logs").findValuesAsText("occurredAt"))
        .allMatch(time -> time.startsWith("2026-03-02T12") || time.startsWith("2026-03-03T00"));
  }

  @Test
  void aCursorOfAnotherOrgOrADamagedOneIsRefused() {
    String cursor = details(PATH + "&limit=1").path("nextCursor").asText();
    assertRefused(PATH.replace("log-acme", "log-other") + "&cursor=" + cursor);
    assertRefused(PATH + "&offset=0&cursor=" + cursor);
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(PATH + "&cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
    for (String text :
        List.of("x", "%00", "%F0%9F%98%80", cursor + "A", cursor + "=", "%ED%A0%80")) {
      assertRefused(PATH + "&cursor=" + text);
    }
  }

  private static void assertRefused(String path) {
    Api.Answer answer = Api.get(path, TestTokens.token("root", "superadmin"));
    assertThat(answer.status()).as(path).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'cursor'");
  }

  private static JsonNode details(String path) {
    Api.Answer answer = Api.get(path, TestTokens.token("root", "superadmin"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Map<String, Object> everything() {
    return TestLedger.columns(
        "user_id",
        "ann",
        "provider",
        "anthropic",
        "model_name",
        "claude-x",
        "feature",
        "rag",
        "activity",
        "agent.writer",
        "category",
        "review",
        "input_tokens",
        100L,
        "output_tokens",
        50L,
        "cache_read_tokens",
        40L,
        "cache_write_tokens",
        30L,
        "cache_write_1h_tokens",
        20L,
        "audio_input_tokens",
        5L,
        "reasoning_tokens",
        25L,
        "audio_output_tokens",
        6L,
        "embedding_tokens",
        7L,
        "cost_nanos",
        2_500L,
        "cost_status",
        "partial",
        "price_version",
        "p1",
        "duration_ms",
        1_200L,
        "time_to_first_token_ms",
        300L,
        "success",
        false,
        "error_message",
        "boom",
        "conversation_id",
        "c1",
        "message_id",
        "m1",
        "service_tier",
        "batch",
        "traceparent",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "usage_source",
        "estimated");
  }
}

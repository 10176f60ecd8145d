package io.tokenledger.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LedgerServers.class)
class UsageIT {

  private static final String PATH = "/orgs/usage-acme/analytics/usage";
  private static final String MARCH = "?from=2026-03-01&to=2026-03-02";

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    LedgerRows.daily("usage-acme", "2026-03-01", full("review", "1500"));
    LedgerRows.daily("usage-acme", "2026-03-01", full("draft", "1000"));
    LedgerRows.daily("usage-acme", "2026-03-02", Map.of("provider", "b", "feature", "rag"));
    LedgerRows.daily("usage-acme", "2026-03-02", Map.of("provider", "a"));
    LedgerRows.daily("usage-acme", "2026-03-02", Map.of("provider", "Z"));
    LedgerRows.daily("usage-acme", "2026-03-03", Map.of("provider", "later"));
    LedgerRows.daily("usage-other", "2026-03-01", Map.of("provider", "hidden"));
    kathmandu("2026-03-04T18:14:59Z", "2026-03-04T18:15:00Z", "2026-03-05T18:00:00Z");
    LedgerRows.daily("usage-nepal", "2026-03-04", requests(2));
    LedgerRows.daily("usage-nepal", "2026-03-05", requests(1));
    LedgerRows.quarterHour("usage-zone", Instant.parse("2026-03-08T05:00:00Z"), requests(1));
    LedgerRows.quarterHour("usage-zone", Instant.parse("2026-03-09T03:45:00Z"), requests(2));
    LedgerRows.quarterHour("usage-zone", Instant.parse("2026-03-09T04:00:00Z"), requests(4));
    LedgerRows.quarterHour("usage-zone", Instant.parse("2026-11-01T04:00:00Z"), requests(8));
    LedgerRows.quarterHour("usage-zone", Instant.parse("2026-11-02T04:45:00Z"), requests(16));
    LedgerRows.quarterHour("usage-zone", Instant.parse("2026-11-02T05:00:00Z"), requests(32));
    LedgerRows.daily("usage-zone", "2026-03-08", requests(1));
    LedgerRows.daily("usage-zone", "2026-03-09", requests(2 + 4));
    LedgerRows.daily("usage-zone", "2026-11-01", requests(8));
    LedgerRows.daily("usage-zone", "2026-11-02", requests(16 + 32));
  }

  @Test
  void aRowSumsCategoriesAndActivitiesAndRoundsTheExactCostOnce() {
    JsonNode row = usage(PATH + MARCH).get(0);
    assertThat(row)
        .isEqualTo(
            Api.json(
                "{\"orgId\":\"usage-acme\",\"date\":\"2026-03-01\",\"provider\":\"openai\","
                    + "\"modelName\":\"gpt-x\",\"feature\":\"chat\",\"requestCount\":20,"
                    + "\"errorCount\":2,\"inputTokens\":2000,\"outputTokens\":400,"
                    + "\"cacheReadTokens\":60,\"cacheWriteTokens\":40,\"reasoningTokens\":20,"
                    + "\"embeddingTokens\":6,\"totalTokens\":2406,\"estimatedCostMicros\":2,"
                    + "\"unpricedRequests\":4}"));
  }

  @Test
  void rowsAreOrderedByDateThenByCodePoint() {
    assertThat(usage(PATH + MARCH).findValuesAsText("provider"))
        .containsExactly("openai", "Z", "a", "b");
  }

  @Test
  void filtersNarrow() {
    assertThat(usage(PATH + MARCH + "&feature=rag").findValuesAsText("provider"))
        .containsExactly("b");
    assertThat(usage(PATH + MARCH + "&provider=a&modelName=gpt-x")).hasSize(1);
    assertThat(usage(PATH + MARCH + "&modelName=none&unknown=1")).isEmpty();
    assertThat(usage(PATH + MARCH + "&feature=")).hasSize(4);
  }

  @Test
  void withoutARangeTheLast30DaysCount() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int ago : new int[] {0, 29, 30}) {
      LedgerRows.daily("usage-recent", today.minusDays(ago).toString(), Map.of());
    }
    List<String> dates = usage("/orgs/usage-recent/analytics/usage").findValuesAsText("date");
    assertThat(dates).containsExactly(today.minusDays(29).toString(), today.toString());
  }

  @Test
  void daysOfAQuarterHourZone() {
    String path =
        "/orgs/usage-nepal/analytics/usage?from=2026-03-04&to=2026-03-05&tz=Asia/Kathmandu";
    assertThat(perDay(path)).containsExactly("2026-03-04:1", "2026-03-05:2");
  }

  @Test
  void daysOf23And25Hours() {
    String zone = "/orgs/usage-zone/analytics/usage?tz=America/New_York";
    assertThat(perDay(zone + "&from=2026-03-08&to=2026-03-08")).containsExactly("2026-03-08:3");
    assertThat(perDay(zone + "&from=2026-11-01&to=2026-11-02"))
        .containsExactly("2026-11-01:24", "2026-11-02:32");
  }

  @Test
  void aZoneThatIsUtcReadsTheDailyRollup() {
    assertThat(usage(PATH + MARCH + "&tz=Etc/UTC")).hasSize(4);
  }

  @Test
  void aSumBeyond64BitsOfNanosIsAnswered() {
    for (String category : List.of("a", "b")) {
      LedgerRows.daily(
          "usage-rich",
          "2026-03-01",
          Map.of("category", category, "cost_nanos", new BigDecimal("9000000000000000500")));
    }
    JsonNode row = usage("/orgs/usage-rich/analytics/usage" + MARCH).get(0);
    assertThat(row.path("estimatedCostMicros").asLong()).isEqualTo(18_000_000_000_000_001L);
  }

  private static Map<String, Object> full(String category, String costNanos) {
    return TestLedger.columns(
        "category",
        category,
        "activity",
        "agent." + category,
        "request_count",
        10L,
        "error_count",
        1L,
        "unpriced_requests",
        2L,
        "input_tokens",
        1000L,
        "output_tokens",
        200L,
        "cache_read_tokens",
        30L,
        "cache_write_tokens",
        20L,
        "reasoning_tokens",
        10L,
        "embedding_tokens",
        3L,
        "cost_nanos",
        new BigDecimal(costNanos));
  }

  private static Map<String, Object> requests(long count) {
    return Map.of("request_count", count);
  }

  /** Kathmandu is at +05:45: its midnight is 18:15 UTC. */
  private static void kathmandu(String... moments) {
    for (String moment : moments) {
      long quarter = Instant.parse(moment).getEpochSecond() / 900 * 900;
      LedgerRows.quarterHour("usage-nepal", Instant.ofEpochSecond(quarter), Map.of());
    }
  }

  private static List<String> perDay(String path) {
    List<String> days = new ArrayList<>();
    usage(path)
        .forEach(row -> days.add(row.path("date").asText() + ":" + row.path("requestCount")));
    return days;
  }

  private static JsonNode usage(String path) {
    Api.Answer answer = Api.get(path, TestTokens.token("root", "superadmin"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("usage");
  }
}

package io.tokenledger.query.tags;

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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a story cost, and who worked on it. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class TagsIT {

  private static final String TAGS = "/orgs/tag-acme/analytics/tags/";
  private static final String MARCH = "?from=2026-03-01&to=2026-03-31";

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    work("S-1", "2026-03-02", "plan", "agent.architect", 5_000);
    work("S-1", "2026-03-03", "build", "agent.implementer", 9_000);
    work("S-1", "2026-03-03", "build", "agent.reviewer", 1_000);
    work("S-1", "2026-03-03", "", "", 500);
    work("S-2", "2026-03-03", "plan", "agent.architect", 7_000);
    work("S-1", "2026-04-01", "plan", "agent.architect", 77_000);
    LedgerRows.event(
        "tag-acme", "tag-none", Instant.parse("2026-03-03T12:00:00Z"), Map.of("cost_nanos", 9L));
  }

  @Test
  void oneStoryByPhaseAndAgentWithItsNewestEvents() {
    JsonNode story = get("storyId/S-1" + MARCH);
    assertThat(story.at("/totals/estimatedCostMicros").asInt()).isEqualTo(16);
    assertThat(story.at("/totals/costUsd").asText()).isEqualTo("0.000015500");
    assertThat(story.path("byPhase").findValuesAsText("key"))
        .containsExactly("build", "plan", "null");
    assertThat(story.at("/byPhase/0/share").decimalValue()).isEqualByComparingTo("0.645161");
    assertThat(story.path("byAgent").findValuesAsText("activity"))
        .containsExactly("agent.implementer", "agent.architect", "agent.reviewer", "null");
    assertThat(story.at("/byAgent/0/modelName").asText()).isEqualTo("gpt-x");
    assertThat(story.path("logs").findValuesAsText("occurredAt"))
        .hasSize(4)
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(story.at("/logs/0/metadata/storyId").asText()).isEqualTo("S-1");
  }

  @Test
  void theNewestEventsAreThoseOfTheLimit() {
    JsonNode logs = get("storyId/S-1" + MARCH + "&limit=2").path("logs");
    assertThat(logs.findValuesAsText("activity"))
        .hasSize(2)
        .isSubsetOf("agent.implementer", "agent.reviewer", "null");
  }

  @Test
  void severalValuesForBadges() {
    JsonNode values = get("storyId" + MARCH + "&value=S-2&value=S-9&value=S-1&value=S-2");
    assertThat(values.path("values").findValuesAsText("value"))
        .containsExactly("S-2", "S-9", "S-1");
    assertThat(values.path("values").findValuesAsText("estimatedCostMicros"))
        .containsExactly("7", "0", "16");
  }

  @Test
  void valuesMustBeGiven() {
    Api.Answer answer = Api.get(TAGS + "storyId" + MARCH, TestTokens.token("root", "superadmin"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'value' must be given");
  }

  @Test
  void aStoryOfAnotherOrgIsEmpty() {
    Api.Answer answer =
        Api.get(
            "/orgs/tag-other/analytics/tags/storyId/S-1" + MARCH,
            TestTokens.token("root", "superadmin"));
    assertThat(answer.json().at("/totals/requestCount").asInt()).isZero();
    assertThat(answer.json().path("logs")).isEmpty();
  }

  private static void work(
      String story, String date, String category, String activity, long costNanos) {
    Map<String, Object> columns =
        TestLedger.columns("category", category, "activity", activity, "cost_nanos", costNanos);
    LedgerRows.tagDaily(
        "tag-acme",
        "storyId",
        story,
        date,
        TestLedger.columns(
            "category",
            category,
            "activity",
            activity,
            "cost_nanos",
            BigDecimal.valueOf(costNanos)));
    columns.put("tags", TestLedger.jsonb("{\"storyId\":\"" + story + "\"}"));
    LedgerRows.event(
        "tag-acme",
        story + date + costNanos,
        Instant.parse(date + "T10:00:00Z").plusSeconds(costNanos),
        columns);
  }

  private static JsonNode get(String path) {
    Api.Answer answer = Api.get(TAGS + path, TestTokens.token("root", "superadmin"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}

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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LedgerServers.class)
class TopUsersIT {

  private static final String PATH =
      "/orgs/top-acme/analytics/top-users?from=2026-03-01&to=2026-03-02";

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("top-acme", "top-ann", "member");
    TestLedger.member("top-other", "top-eve", "member");
    spend("top-ann", "2026-03-01", "chat", 5_000_000);
    spend("top-ann", "2026-03-02", "rag", 4_000_500);
    spend("top-eve", "2026-03-01", "chat", 7_000_000);
    spend("top-zed", "2026-03-01", "chat", 1_000);
    spend("top-bob", "2026-03-01", "chat", 1_000);
    spend("", "2026-03-01", "chat", 99_000_000);
    spend("top-late", "2026-03-03", "chat", 99_000_000);
    LedgerRows.userDaily("top-other", "top-elsewhere", "2026-03-01", Map.of());
  }

  @Test
  void theCostliestComeFirstAndEventsWithoutAUserAreLeftOut() {
    assertThat(topUsers(PATH).findValuesAsText("userId"))
        .containsExactly("top-ann", "top-eve", "top-bob", "top-zed");
  }

  @Test
  void aRowSumsTheDays() {
    assertThat(topUsers(PATH).get(0))
        .isEqualTo(
            Api.json(
                "{\"userId\":\"top-ann\",\"user\":{\"id\":\"top-ann\",\"name\":\"top-ann\","
                    + "\"email\":\"top-ann@example.com\"},\"requestCount\":2,\"inputTokens\":200,"
                    + "\"outputTokens\":20,\"estimatedCostMicros\":9000,"
                    + "\"costUsd\":\"0.009000500\"}"));
  }

  @Test
  void aPersonOfAnotherOrgKeepsNameAndAddress() {
    JsonNode eve = topUsers(PATH).get(1);
    assertThat(eve.path("userId").asText()).isEqualTo("top-eve");
    assertThat(eve.path("user").isNull()).isTrue();
  }

  @Test
  void featureAndLimitNarrow() {
    assertThat(topUsers(PATH + "&feature=rag").findValuesAsText("estimatedCostMicros"))
        .containsExactly("4000");
    assertThat(topUsers(PATH + "&limit=1&tz=Etc/UTC")).hasSize(1);
  }

  /** Raw events are ahead of the rollups: what is not counted must not be taken from what is. */
  @Test
  void whatIsNotCountedYetTakesNothingAway() {
    Map<String, Object> ofAnn = Map.of("user_id", "top-ann");
    LedgerRows.event("top-ahead", "counted", Instant.parse("2026-03-05T12:00:00Z"), ofAnn);
    LedgerRows.userDaily("top-ahead", "top-ann", "2026-03-05", Map.of());
    LedgerRows.event("top-ahead", "on its way", Instant.parse("2026-03-05T02:00:00Z"), ofAnn);
    JsonNode users =
        topUsers(
            "/orgs/top-ahead/analytics/top-users?from=2026-03-05&to=2026-03-05&tz=America/New_York");
    assertThat(users.findValuesAsText("requestCount")).containsExactly("1");
  }

  private static void spend(String userId, String date, String feature, long costNanos) {
    LedgerRows.userDaily(
        "top-acme",
        userId,
        date,
        Map.of(
            "feature",
            feature,
            "cost_nanos",
            BigDecimal.valueOf(costNanos),
            "input_tokens",
            100L,
            "output_tokens",
            10L));
  }

  private static JsonNode topUsers(String path) {
    Api.Answer answer = Api.get(path, superadmin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("topUsers");
  }

  private static String superadmin() {
    return TestTokens.token("root", "superadmin");
  }
}

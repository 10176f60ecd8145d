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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the caller used, and what all did. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OwnUsageIT {

  private static final String MARCH = "?from=2026-03-01&to=2026-03-31";

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("own-acme", "own-ann", "member");
    TestLedger.member("own-bolt", "own-ann", "owner");
    spend("own-acme", "own-ann", "2026-03-02", "chat");
    spend("own-acme", "own-ann", "2026-03-02", "rag");
    spend("own-bolt", "own-ann", "2026-03-01", "chat");
    spend("own-bolt", "own-bob", "2026-03-01", "chat");
    spend("own-left", "own-ann", "2026-03-01", "chat");
    spend("own-acme", "own-ann", "2026-04-01", "chat");
  }

  @Test
  void onesOwnByOrgDayAndModel() {
    JsonNode own = usage("own-ann");
    assertThat(own.path("userId").asText()).isEqualTo("own-ann");
    assertThat(own.path("usage").findValuesAsText("orgId")).containsExactly("own-bolt", "own-acme");
    assertThat(own.at("/usage/1/date").asText()).isEqualTo("2026-03-02");
    assertThat(own.at("/usage/1/requestCount").asInt()).isEqualTo(2);
    assertThat(own.at("/totals/requestCount").asInt()).isEqualTo(3);
    assertThat(own.at("/totals/costUsd").asText()).isEqualTo("0.000004500");
  }

  @Test
  void oneOrgAlone() {
    JsonNode own =
        Api.get("/me/usage" + MARCH + "&orgId=own-acme", TestTokens.token("own-ann")).json();
    assertThat(own.path("usage").findValuesAsText("orgId")).containsExactly("own-acme");
    assertThat(own.at("/totals/requestCount").asInt()).isEqualTo(2);
    JsonNode strange =
        Api.get("/me/usage" + MARCH + "&orgId=own-left", TestTokens.token("own-ann")).json();
    assertThat(strange.path("usage")).isEmpty();
  }

  @Test
  void whoIsInNoOrgOwnsNothingAndASuperadminNoMore() {
    assertThat(usage("own-stranger").path("usage")).isEmpty();
    Api.Answer root = Api.get("/me/usage" + MARCH, TestTokens.token("own-bob", "superadmin"));
    assertThat(root.json().path("usage")).isEmpty();
  }

  @Test
  void daysAreThoseOfUtc() {
    Api.Answer answer = Api.get("/me/usage?tz=Europe/Berlin", TestTokens.token("own-ann"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'tz' must be UTC");
  }

  @Test
  void theLedgerInAFewNumbers() {
    for (String org : new String[] {"own-x", "own-y"}) {
      LedgerRows.daily(
          org,
          "2001-02-03",
          Map.of(
              "request_count", 10L,
              "error_count", 1L,
              "input_tokens", 100L,
              "embedding_tokens", 5L,
              "duration_ms_sum", 3_000L,
              "duration_count", 4L,
              "cost_nanos", new BigDecimal("1250")));
    }
    Api.Answer answer =
        Api.get(
            "/metrics-summary?from=2001-02-03&to=2001-02-03",
            TestTokens.token("root", "superadmin"));
    assertThat(answer.json())
        .isEqualTo(
            Api.json(
                "{\"from\":\"2001-02-03\",\"to\":\"2001-02-03\",\"requests\":20,\"errors\":2,"
                    + "\"unpricedRequests\":0,\"avgDurationMs\":750,\"tokens\":{\"input\":200,"
                    + "\"output\":0,\"cacheRead\":0,\"cacheWrite\":0,\"cacheWrite1h\":0,"
                    + "\"audioInput\":0,\"reasoning\":0,\"audioOutput\":0,\"embedding\":10,"
                    + "\"imageInput\":0,\"imageOutput\":0,\"cacheReadAudio\":0,"
                    + "\"cacheReadImage\":0,\"total\":210},\"estimatedCostMicros\":2,"
                    + "\"costUsd\":\"0.000002500\"}"));
  }

  private static void spend(String org, String user, String date, String feature) {
    LedgerRows.userDaily(
        org, user, date, Map.of("feature", feature, "cost_nanos", new BigDecimal("1500")));
  }

  private static JsonNode usage(String user) {
    Api.Answer answer = Api.get("/me/usage" + MARCH, TestTokens.token(user));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}

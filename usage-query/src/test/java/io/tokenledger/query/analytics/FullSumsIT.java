package io.tokenledger.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.events.TokenClass;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums that no answer can tell are told as the largest it can, by every report. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class FullSumsIT {

  private static final String ORG = "full-sums";
  private static final String DAYS = "from=2026-03-01&to=2026-03-02";

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    for (String model : new String[] {"one", "two"}) {
      Map<String, Object> full = new HashMap<>();
      TokenClass.ALL.forEach(each -> full.put(each.column(), Long.MAX_VALUE));
      full.put("request_count", Long.MAX_VALUE);
      full.put("cost_nanos", new BigDecimal("9".repeat(30)));
      full.put("duration_ms_sum", Long.MAX_VALUE);
      full.put("duration_count", Long.MAX_VALUE);
      full.put("model_name", model);
      LedgerRows.daily(ORG, "2026-03-01", full);
      LedgerRows.daily(ORG, "2026-03-02", full);
      LedgerRows.quarterHour(ORG, Instant.parse("2026-03-01T10:00:00Z"), full);
      LedgerRows.userDaily(ORG, "ann", "2026-03-01", full);
      LedgerRows.tagDaily(ORG, "story", "S-1", "2026-03-01", full);
      LedgerRows.conversation(ORG, "c-1", "ann", full);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orgs/full-sums/analytics/usage?" + DAYS,
        "/orgs/full-sums/analytics/usage?tz=Asia/Kathmandu&" + DAYS,
        "/orgs/full-sums/analytics/top-users?" + DAYS,
        "/orgs/full-sums/analytics/summary?period=custom&" + DAYS,
        "/orgs/full-sums/analytics/summary?period=custom&tz=Europe/Berlin&" + DAYS,
        "/orgs/full-sums/analytics/timeline?granularity=daily&" + DAYS,
        "/orgs/full-sums/analytics/timeline?granularity=hourly&groupBy=modelName&" + DAYS,
        "/orgs/full-sums/analytics/breakdown?by=modelName&" + DAYS,
        "/orgs/full-sums/analytics/breakdown?by=user&" + DAYS,
        "/orgs/full-sums/analytics/breakdown?by=tag:story&" + DAYS,
        "/orgs/full-sums/analytics/tags/story/S-1?" + DAYS,
        "/orgs/full-sums/analytics/tags/story?value=S-1&" + DAYS,
        "/orgs/full-sums/conversations",
        "/conversations/c-1/usage",
        "/platform/orgs?" + DAYS,
        "/orgs/full-sums/analytics/export?format=focus&" + DAYS
      })
  void everyReportAnswers(String path) {
    Api.Answer answer = Api.get(path, TestTokens.token("root", "superadmin"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("-9223372036854775808", ":-");
  }

  @ParameterizedTest
  @ValueSource(strings = "/orgs/full-sums/analytics/usage?" + DAYS)
  void theLargestIsTold(String path) {
    JsonNode row = Api.get(path, TestTokens.token("root", "superadmin")).json().get("usage").get(0);

    assertThat(row.get("totalTokens").longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(row.get("estimatedCostMicros").longValue()).isEqualTo(Long.MAX_VALUE);
  }
}

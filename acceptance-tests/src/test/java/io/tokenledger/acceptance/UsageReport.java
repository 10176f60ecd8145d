package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.truth.Tokens;
import io.tokenledger.acceptance.truth.UsageKey;
import io.tokenledger.acceptance.truth.UsageSums;
import io.tokenledger.local.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What {@code GET /orgs/{orgId}/analytics/usage} answers, and what it must answer. */
final class UsageReport {

  private static final int DECIMALS_CUT = 3;

  private UsageReport() {}

  /**
   * The figures of a row as the API names them; the cost in micro-dollars, rounded half to even.
   */
  record Row(
      long requestCount,
      long errorCount,
      long unpricedRequests,
      long inputTokens,
      long outputTokens,
      long cacheReadTokens,
      long cacheWriteTokens,
      long reasoningTokens,
      long embeddingTokens,
      long totalTokens,
      long estimatedCostMicros) {

    static Row of(UsageSums sums) {
      Tokens tokens = sums.tokens();
      return new Row(
          sums.requestCount(),
          sums.errorCount(),
          sums.unpricedRequests(),
          tokens.input(),
          tokens.output(),
          tokens.cacheRead(),
          tokens.cacheWrite(),
          tokens.reasoning(),
          tokens.embedding(),
          tokens.total(),
          BigDecimal.valueOf(sums.costNanos(), DECIMALS_CUT)
              .setScale(0, RoundingMode.HALF_EVEN)
              .longValueExact());
    }

    static Row of(JsonNode json) {
      return new Row(
          json.required("requestCount").longValue(),
          json.required("errorCount").longValue(),
          json.required("unpricedRequests").longValue(),
          json.required("inputTokens").longValue(),
          json.required("outputTokens").longValue(),
          json.required("cacheReadTokens").longValue(),
          json.required("cacheWriteTokens").longValue(),
          json.required("reasoningTokens").longValue(),
          json.required("embeddingTokens").longValue(),
          json.required("totalTokens").longValue(),
          json.required("estimatedCostMicros").longValue());
    }
  }

  static Map<UsageKey, Row> expected(Map<UsageKey, UsageSums> sums) {
    Map<UsageKey, Row> rows = new HashMap<>();
    sums.forEach((key, value) -> rows.put(key, Row.of(value)));
    return rows;
  }

  /**
   * @param period the query parameters, such as {@code from=2026-01-01&to=2026-01-10}
   */
  static Map<UsageKey, Row> of(Api api, String orgId, String period) {
    String path = "/orgs/" + orgId + "/analytics/usage?" + period;
    Api.Answer answer = api.get(Component.USAGE_QUERY, path, api.superadmin());
    assertThat(answer.status()).as(path).isEqualTo(200);
    Map<UsageKey, Row> rows = new HashMap<>();
    for (JsonNode row : answer.json().required("usage")) {
      assertThat(rows.put(keyOf(row), Row.of(row))).as("a second row like %s", row).isNull();
    }
    return rows;
  }

  private static UsageKey keyOf(JsonNode row) {
    return new UsageKey(
        row.required("orgId").textValue(),
        row.required("date").textValue(),
        row.required("provider").textValue(),
        row.required("modelName").textValue(),
        row.required("feature").textValue());
  }
}

package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields come in the order of the contract, for people who read an answer. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class FieldOrderIT {

  @Test
  void aRowOfUsageReadsAsInTheContract() {
    TestLedger.migrate();
    LedgerRows.daily("order-acme", "2026-03-01", Map.of());
    JsonNode row = get("usage").path("usage").get(0);
    assertThat(namesOf(row))
        .containsExactly(
            "orgId",
            "date",
            "provider",
            "modelName",
            "feature",
            "requestCount",
            "errorCount",
            "inputTokens",
            "outputTokens",
            "cacheReadTokens",
            "cacheWriteTokens",
            "reasoningTokens",
            "embeddingTokens",
            "totalTokens",
            "estimatedCostMicros",
            "unpricedRequests");
    assertThat(namesOf(get("summary")))
        .startsWith("period", "from", "to", "tz", "totals", "previous", "byProvider")
        .endsWith("topTags");
    assertThat(namesOf(get("timeline").path("points").get(0)))
        .startsWith("start", "end", "date", "group", "requestCount");
  }

  private static List<String> namesOf(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode get(String report) {
    return Api.get(
            "/orgs/order-acme/analytics/" + report + "?from=2026-03-01&to=2026-03-01",
            TestTokens.token("root", "superadmin"))
        .json();
  }
}

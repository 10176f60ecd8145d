package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the description have the fields of real answers, in their order. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ExampleAnswersIT {

  private static final String DAY = "2026-03-01";
  private static final Instant NOON = Instant.parse(DAY + "T12:00:00Z");
  private static final String RANGE = "from=" + DAY + "&to=" + DAY;

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("sample-acme", "sample-ann", "owner");
    Map<String, Object> tags = Map.of("tags", TestLedger.jsonb("{\"storyId\":\"S-12\"}"));
    for (String event : new String[] {"e-1", "e-2"}) {
      LedgerRows.event("sample-acme", event, NOON, tags);
      LedgerRows.conversation("sample-acme", "talk-" + event, "sample-ann", Map.of());
    }
    LedgerRows.daily("sample-acme", DAY, Map.of());
    LedgerRows.userDaily("sample-acme", "sample-ann", DAY, Map.of());
    LedgerRows.tagDaily("sample-acme", "storyId", "S-12", DAY, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "/orgs/{orgId}/analytics/usage, ?",
    "/orgs/{orgId}/analytics/top-users, ?",
    "/orgs/{orgId}/analytics/summary, ?",
    "/orgs/{orgId}/analytics/timeline, ?",
    "/orgs/{orgId}/analytics/breakdown, ?by=provider&",
    "/orgs/{orgId}/analytics/details, ?limit=1&",
    "/orgs/{orgId}/analytics/tags/{key}/{value}, ?",
    "/orgs/{orgId}/analytics/tags/{key}, ?value=S-12&",
    "/orgs/{orgId}/conversations, ?limit=1&",
    "/conversations/{id}/usage, ?",
    "/orgs/{orgId}/budget, ?",
    "/me, ?",
    "/me/usage, ?",
    "/v1/organization/usage/completions, ?start_time=1772323200&end_time=1772409600&",
    "/v1/organization/costs, ?start_time=1772323200&end_time=1772409600&"
  })
  void anExampleHasTheFieldsOfAnAnswer(String path, String query) throws IOException {
    String asked =
        path.replace("{orgId}", "sample-acme")
            .replace("{key}", "storyId")
            .replace("{value}", "S-12")
            .replace("{id}", "talk-e-1");
    Api.Answer answer = Api.get(asked + query + RANGE, TestTokens.token("sample-ann"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(fields(example(path))).isEqualTo(fields(answer.json()));
  }

  @ParameterizedTest
  @CsvSource({"/metrics-summary", "/platform/orgs"})
  void theSameForASuperadmin(String path) throws IOException {
    Api.Answer answer = Api.get(path + "?" + RANGE, TestTokens.token("root", "superadmin"));
    assertThat(fields(example(path))).isEqualTo(fields(answer.json()));
  }

  /** Names and nesting; of a list, those of its first element. */
  private static String fields(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(field -> field.getKey() + ":" + fields(field.getValue()))
          .filter(field -> !field.startsWith("metadata:"))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .limit(1)
            .map(ExampleAnswersIT::fields)
            .collect(Collectors.joining("", "[", "]"))
        : ".";
  }

  private static JsonNode example(String path) throws IOException {
    try (InputStream file = ExampleAnswersIT.class.getResourceAsStream("/openapi-examples.json")) {
      JsonNode example =
          new ObjectMapper().readTree(file).path("examples").path("GET " + path).at("/200/");
      assertThat(example.isMissingNode()).as("no example of " + path).isFalse();
      return example;
    }
  }
}

package io.tokenledger.query.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of OpenAI's usage API, as OpenAI's own documentation shows them. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenAiIT {

  private static final String USAGE = "/v1/organization/usage/completions";
  private static final String COSTS = "/v1/organization/costs";
  private static final String MARCH_1_TO_3 = days("2026-03-01", "2026-03-04");

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("ai-acme", "ai-ann", "owner");
    TestLedger.member("ai-acme", "ai-both", "owner");
    TestLedger.member("ai-bolt", "ai-both", "billing");
    TestLedger.member("ai-acme", "ai-member", "member");
    daily("2026-03-01", "gpt-x", 1_000_000_000);
    daily("2026-03-01", "gpt-y", 60_000_001);
    daily("2026-03-03", "gpt-x", 5);
    LedgerRows.userDaily("ai-acme", "u-1", "2026-03-01", Map.of("input_tokens", 7L));
    LedgerRows.userDaily("ai-acme", "u-2", "2026-03-01", Map.of("input_tokens", 8L));
    LedgerRows.daily("ai-bolt", "2026-03-01", Map.of("request_count", 77L));
  }

  @Test
  void aPageOfUsage() {
    JsonNode page = get(USAGE + "?limit=2&" + MARCH_1_TO_3);
    assertThat(page.path("object").asText()).isEqualTo("page");
    assertThat(page.path("has_more").asBoolean()).isTrue();
    assertThat(page.path("data")).hasSize(2);
    assertThat(page.at("/data/0"))
        .isEqualTo(
            Api.json(
                "{\"object\":\"bucket\",\"start_time\":1772323200,\"end_time\":1772409600,"
                    + "\"results\":[{\"object\":\"organization.usage.completions.result\","
                    + "\"input_tokens\":200,\"output_tokens\":40,\"input_cached_tokens\":20,"
                    + "\"input_audio_tokens\":6,\"output_audio_tokens\":4,"
                    + "\"num_model_requests\":2,\"project_id\":null,\"user_id\":null,"
                    + "\"api_key_id\":null,\"model\":null,\"batch\":null}]}"));
    assertThat(page.at("/data/1/results")).isEmpty();
    JsonNode next =
        get(USAGE + "?limit=2&" + MARCH_1_TO_3 + "&page=" + page.path("next_page").asText());
    assertThat(next.path("data")).hasSize(1);
    assertThat(next.at("/data/0/results/0/num_model_requests").asInt()).isEqualTo(1);
    assertThat(next.path("has_more").asBoolean()).isFalse();
    assertThat(next.path("next_page").isNull()).isTrue();
  }

  @Test
  void byModelAndByUser() {
    for (String groupBy : new String[] {"group_by=model", "group_by%5B%5D=model"}) {
      JsonNode byModel = get(USAGE + "?" + groupBy + "&" + MARCH_1_TO_3);
      assertThat(byModel.at("/data/0/results").findValuesAsText("model"))
          .containsExactly("gpt-x", "gpt-y");
    }
    JsonNode one = get(USAGE + "?models=gpt-y&" + MARCH_1_TO_3);
    assertThat(one.at("/data/0/results/0/num_model_requests").asInt()).isEqualTo(1);
    JsonNode byUser = get(USAGE + "?group_by=user_id&user_ids=u-2&" + MARCH_1_TO_3);
    assertThat(byUser.at("/data/0/results")).hasSize(1);
    assertThat(byUser.at("/data/0/results/0/user_id").asText()).isEqualTo("u-2");
    assertThat(byUser.at("/data/0/results/0/input_tokens").asInt()).isEqualTo(8);
  }

  @Test
  void hoursAreReadFromQuartersOfAnHour() {
    LedgerRows.quarterHour("ai-acme", Instant.parse("2026-05-01T10:45:00Z"), Map.of());
    long ten = Instant.parse("2026-05-01T10:00:00Z").getEpochSecond();
    JsonNode page =
        get(USAGE + "?bucket_width=1h&start_time=" + (ten - 1_800) + "&end_time=" + (ten + 7_200));
    assertThat(page.path("data")).hasSize(3);
    assertThat(page.at("/data/0/end_time").asLong()).isEqualTo(ten);
    assertThat(page.at("/data/1/results/0/num_model_requests").asInt()).isEqualTo(1);
  }

  @Test
  void costsAreExact() {
    JsonNode page = get(COSTS + "?" + MARCH_1_TO_3);
    assertThat(page.at("/data/0/results/0/object").asText()).isEqualTo("organization.costs.result");
    assertThat(page.at("/data/0/results/0/amount/currency").asText()).isEqualTo("usd");
    assertThat(new BigDecimal(page.at("/data/0/results/0/amount/value").asText()))
        .isEqualByComparingTo("1.060000001");
    assertThat(page.at("/data/0/results/0/line_item").isNull()).isTrue();
    JsonNode byItem = get(COSTS + "?group_by=line_item&" + MARCH_1_TO_3);
    assertThat(byItem.at("/data/0/results").findValuesAsText("line_item"))
        .containsExactly("gpt-x", "gpt-y");
  }

  @Test
  void theOrgIsThatOfTheToken() {
    assertThat(status(USAGE, "ai-ann", "")).isEqualTo(200);
    assertThat(status(USAGE, "ai-member", "")).isEqualTo(403);
    assertThat(status(USAGE, "ai-stranger", "")).isEqualTo(403);
    assertThat(status(USAGE, "ai-both", "")).isEqualTo(400);
    assertThat(status(USAGE, "ai-both", "ai-bolt")).isEqualTo(200);
    assertThat(status(USAGE, "ai-ann", "ai-bolt")).isEqualTo(403);
    assertThat(status(COSTS, "ai-both", "")).isEqualTo(400);
    assertThat(status(COSTS, "ai-ann", "no,org")).isEqualTo(403);
    Api.Answer root = Api.get(USAGE + "?" + MARCH_1_TO_3, TestTokens.token("root", "superadmin"));
    assertThat(root.status()).isEqualTo(400);
    assertThat(root.json().path("detail").asText()).contains("'OpenAI-Organization'");
  }

  @ParameterizedTest
  @CsvSource({
    "start_time, yesterday",
    "start_time, 99999999999",
    "bucket_width, 1m",
    "group_by, batch",
    "limit, 32",
    "page, abc",
    "end_time, -1"
  })
  void aMalformedParameterIsNamed(String name, String value) {
    String start = name.equals("start_time") ? "" : "start_time=1772323200&";
    Api.Answer answer =
        Api.get(USAGE + "?" + start + name + "=" + value, TestTokens.token("ai-ann"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'" + name + "' must");
  }

  @Test
  void theStartMustBeGiven() {
    Api.Answer answer = Api.get(COSTS, TestTokens.token("ai-ann"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'start_time' must be given");
  }

  private static void daily(String date, String model, long costNanos) {
    LedgerRows.daily(
        "ai-acme",
        date,
        Map.of(
            "model_name", model,
            "input_tokens", 100L,
            "output_tokens", 20L,
            "cache_read_tokens", 10L,
            "audio_input_tokens", 3L,
            "audio_output_tokens", 2L,
            "cost_nanos", BigDecimal.valueOf(costNanos)));
  }

  private static String days(String from, String end) {
    return "start_time=%d&end_time=%d".formatted(seconds(from), seconds(end));
  }

  private static long seconds(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static JsonNode get(String path) {
    Api.Answer answer = Api.get(path, TestTokens.token("ai-ann"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** With the header in which OpenAI's clients name the org, when it is not empty. */
  private static int status(String path, String user, String org) {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "") + path + "?" + MARCH_1_TO_3))
            .header("Authorization", "Bearer " + TestTokens.token(user));
    if (!org.isEmpty()) {
      request.header("OpenAI-Organization", org);
    }
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

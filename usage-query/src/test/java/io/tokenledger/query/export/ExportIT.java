package io.tokenledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage as files. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ExportIT {

  private static final String PATH = "/orgs/export-acme/analytics/export";
  private static final String MARCH = "&from=2026-03-01&to=2026-03-31";
  private static final int EVENTS = 1_203;

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    for (String role : new String[] {"owner", "admin", "billing", "member"}) {
      TestLedger.member("export-acme", "export-" + role, role);
    }
    Instant first = Instant.parse("2026-03-01T00:00:00Z");
    for (int i = 0; i < EVENTS; i++) {
      LedgerRows.event("export-acme", "event-" + i, first.plusSeconds(i * 60L), columns(i));
    }
    LedgerRows.event("export-other", "hidden", first, Map.of());
    LedgerRows.daily(
        "export-acme",
        "2026-03-05",
        Map.of("cost_nanos", new BigDecimal("1500000001"), "input_tokens", 42L));
  }

  @Test
  void everyEventIsALineOfCsv() throws IOException {
    Api.Answer answer = get("?format=csv" + MARCH, "export-owner");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"usage-export-acme-2026-03-01-2026-03-31.csv\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    List<Map<String, String>> lines = parsed(answer.body());
    assertThat(lines).hasSize(EVENTS);
    assertThat(lines.get(0))
        .containsEntry("eventId", "event-0")
        .containsEntry("occurredAt", "2026-03-01T00:00:00Z")
        .containsEntry("costUsd", "0.000001000")
        .containsEntry("errorMessage", "'=cmd|' /C calc'!A0")
        .containsEntry("metadata", "{\"storyId\": \"S-0\"}".replace(" ", ""));
    assertThat(lines.get(EVENTS - 1)).containsEntry("eventId", "event-" + (EVENTS - 1));
    assertThat(answer.body()).doesNotContain("hidden");
  }

  @Test
  void everyEventIsALineOfJson() {
    Api.Answer answer = get("?format=ndjson&provider=anthropic" + MARCH, "export-billing");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/x-ndjson");
    List<JsonNode> lines = answer.body().lines().map(Api::json).toList();
    assertThat(lines).hasSize(EVENTS / 2);
    assertThat(lines.get(0).path("eventId").asText()).isEqualTo("event-1");
    assertThat(lines.get(0).at("/metadata/storyId").asText()).isEqualTo("S-1");
  }

  @Test
  void theFormatGoesBeforeWhatAClientAlwaysAccepts() {
    Api.Answer answer =
        Api.callWith(
            "GET",
            PATH + "?format=ndjson" + MARCH,
            Map.of(
                "Accept",
                "application/json",
                "Authorization",
                "Bearer " + TestTokens.token("export-owner")));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(answer.body().lines()).hasSize(EVENTS);
  }

  @Test
  void aByteOrderMarkStandsBeforeCsvWhereItIsAskedFor() {
    String mark = "\uFEFF";
    assertThat(get("?format=csv&bom=true" + MARCH, "export-owner").body())
        .startsWith(mark + "eventId,");
    assertThat(get("?format=focus&bom=true" + MARCH, "export-owner").body()).startsWith(mark);
    assertThat(get("?format=ndjson&bom=true" + MARCH, "export-owner").body()).startsWith("{");
    assertThat(get("?format=csv" + MARCH, "export-owner").body()).startsWith("eventId,");
  }

  @Test
  void nothingIsAHeaderOrAnEmptyFile() {
    String none = "&from=2026-01-01&to=2026-01-02";
    assertThat(get("?format=csv" + none, "export-owner").body())
        .startsWith("eventId,occurredAt,userId,")
        .endsWith(",metadata\r\n");
    Api.Answer empty = get("?format=ndjson" + none, "export-owner");
    assertThat(empty.body()).isEmpty();
    assertThat(header(empty, "Content-Type")).isEqualTo("application/x-ndjson");
  }

  @Test
  void theCostOfADayInFocus() throws IOException {
    Api.Answer answer = get("?format=focus" + MARCH, "export-owner");
    List<Map<String, String>> lines = parsed(answer.body());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .containsEntry("BilledCost", "1.500000001")
        .containsEntry("EffectiveCost", "1.500000001")
        .containsEntry("BillingAccountId", "export-acme")
        .containsEntry("BillingCurrency", "USD")
        .containsEntry("BillingPeriodStart", "2026-03-01T00:00:00Z")
        .containsEntry("BillingPeriodEnd", "2026-04-01T00:00:00Z")
        .containsEntry("ChargePeriodStart", "2026-03-05T00:00:00Z")
        .containsEntry("ChargePeriodEnd", "2026-03-06T00:00:00Z")
        .containsEntry("ChargeCategory", "Usage")
        .containsEntry("ConsumedQuantity", "42")
        .containsEntry("ServiceCategory", "AI and Machine Learning")
        .containsEntry("ServiceName", "gpt-x")
        .containsEntry("x_Feature", "chat");
  }

  @ParameterizedTest
  @CsvSource({
    "export-owner, 200",
    "export-admin, 200",
    "export-billing, 200",
    "export-member, 403",
    "export-stranger, 403"
  })
  void whoMayExport(String caller, int status) {
    for (String format : new String[] {"csv", "ndjson", "focus"}) {
      assertThat(Api.get(PATH + "?format=" + format + MARCH, TestTokens.token(caller)).status())
          .isEqualTo(status);
    }
  }

  @Test
  void aMalformedParameterIsAProblem() {
    Api.Answer answer = Api.get(PATH + "?format=xlsx", TestTokens.token("export-owner"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("Parameter 'format' must be one of csv, ndjson, focus.");
  }

  private static Map<String, Object> columns(int number) {
    return TestLedger.columns(
        "provider",
        number % 2 == 0 ? "openai" : "anthropic",
        "cost_nanos",
        1_000L,
        "error_message",
        number == 0 ? "=cmd|' /C calc'!A0" : "",
        "tags",
        TestLedger.jsonb("{\"storyId\":\"S-" + number + "\"}"));
  }

  private static List<Map<String, String>> parsed(String csv) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv)) {
      return rows.readAll();
    }
  }

  private static String header(Api.Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }

  private static Api.Answer get(String query, String caller) {
    Api.Answer answer = Api.get(PATH + query, TestTokens.token(caller));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}

package io.tokenledger.query.currency;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in another currency, by rates that no other test writes. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class CurrencyIT {

  private static final String ROOT = TestTokens.token("root", "superadmin");
  private static final String OWNER = TestTokens.token("money-ann");
  private static final String RATES = "/v1/exchange-rates";
  private static final String ANALYTICS = "/orgs/money-acme/analytics/";
  private static final String DAYS = "from=2026-03-01&to=2026-03-02";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("money-acme", "money-ann", "owner");
    for (String day : List.of("2026-03-01", "2026-03-02")) {
      LedgerRows.daily(
          "money-acme",
          day,
          Map.of(
              "cost_nanos",
              new BigDecimal("1000000001"),
              "cache_saved_nanos",
              new BigDecimal("-3"),
              "cache_saved_tokens",
              7L,
              "cache_read_tokens",
              9L));
      LedgerRows.userDaily("money-acme", "money-ann", day, Map.of());
      LedgerRows.tagDaily("money-acme", "storyId", "S-1", day, Map.of());
    }
    LedgerRows.event("money-acme", "e-1", NOON, Map.of());
    LedgerRows.conversation("money-acme", "talk-money", "money-ann", Map.of());
    imported(
        """
        Date,USD,CHF,SEK,
        2026-03-02,1.25,0.9375,11.5,
        2026-02-27,1.25,0.95,N/A,
        """);
    put("NOK", "2026-01-01", "{\"rate\":\"10.5\",\"source\":\"treasury\"}");
  }

  @Test
  void theSummaryTellsBothAmountsAndTheRate() {
    JsonNode answer = get(ANALYTICS + "summary?currency=CHF&" + DAYS);
    assertThat(answer.path("currency").toString())
        .isEqualTo(
            "{\"code\":\"CHF\",\"rate\":\"0.75\",\"day\":\"2026-03-02\",\"source\":\"ECB\"}");
    assertThat(answer.at("/totals/costUsd").asText()).isEqualTo("2.000000002");
    assertThat(answer.at("/totals/estimatedCostMicros").asLong()).isEqualTo(2_000_000);
    assertThat(answer.at("/totals/cost").asText()).isEqualTo("1.5000000015");
    assertThat(answer.at("/totals/cacheSaved").toString())
        .isEqualTo("{\"usd\":\"-0.000000006\",\"unknownTokens\":4,\"cost\":\"-0.0000000045\"}");
    assertThat(answer.at("/byProvider/0/cost").asText()).isEqualTo("1.5000000015");
    assertThat(answer.at("/previous/totals/cost").asText()).isEqualTo("0");
  }

  @Test
  void theRateIsThatOfTheLastDayOrTheNewestBefore() {
    String first = "from=2026-03-01&to=2026-03-01";
    JsonNode before = get(ANALYTICS + "summary?currency=CHF&" + first);
    assertThat(before.at("/currency/day").asText()).isEqualTo("2026-02-27");
    assertThat(before.at("/totals/cost").asText()).isEqualTo("0.76000000076");
  }

  @Test
  void aDayThatIsNotOverHasTheRateOfToday() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    put("DKK", "2026-01-01", "{\"rate\":\"7\"}");
    put("DKK", today.plusDays(100).toString(), "{\"rate\":\"8\"}");
    String days = "&from=" + today + "&to=" + today.plusDays(200);
    JsonNode answer = get(ANALYTICS + "summary?currency=DKK" + days);
    assertThat(answer.at("/currency/rate").asText()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orgs/money-acme/analytics/usage? | /usage/0/cost",
        "orgs/money-acme/analytics/top-users? | /topUsers/0/cost",
        "orgs/money-acme/analytics/timeline? | /points/0/cost",
        "orgs/money-acme/analytics/breakdown?by=provider& | /rows/0/cost",
        "orgs/money-acme/analytics/details? | /logs/0/cost",
        "orgs/money-acme/analytics/tags/storyId?value=S-1& | /values/0/cost",
        "orgs/money-acme/analytics/tags/storyId/S-1? | /totals/cost",
        "orgs/money-acme/conversations? | /conversations/0/cost",
        "conversations/talk-money/usage? | /cost",
        "me/usage? | /usage/0/cost",
      })
  void everyReportHasTheCurrency(String report, String cost) {
    JsonNode answer = get("/" + report + "currency=NOK&" + DAYS);
    assertThat(answer.at("/currency/code").asText()).isEqualTo("NOK");
    JsonNode amount = answer.at(cost.substring(0, cost.length() - "/cost".length()));
    BigDecimal usd =
        amount.has("costUsd")
            ? new BigDecimal(amount.path("costUsd").asText())
            : BigDecimal.valueOf(amount.path("estimatedCostMicros").asLong(), 6);
    assertThat(new BigDecimal(answer.at(cost).asText()))
        .isEqualByComparingTo(usd.multiply(new BigDecimal("10.5")));
    assertThat(get("/" + report + DAYS).has("currency")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/platform/orgs", "/metrics-summary"})
  void soHaveThoseOfThePlatform(String report) {
    JsonNode answer = json(Api.get(report + "?currency=NOK&" + DAYS, ROOT));
    assertThat(answer.at("/currency/source").asText()).isEqualTo("treasury");
    assertThat(answer.findValues("cost")).isNotEmpty();
  }

  @Test
  void theDollarsRateIsOne() {
    JsonNode answer = get(ANALYTICS + "summary?currency=USD&" + DAYS);
    assertThat(answer.at("/currency/rate").asText()).isEqualTo("1");
    assertThat(answer.at("/totals/cost").asText()).isEqualTo("2.000000002");
  }

  @Test
  void exportsHaveTheCostAndTheRateInEachLine() {
    String export = ANALYTICS + "export?currency=CHF&" + DAYS + "&format=";
    String[] csv = Api.get(export + "csv", OWNER).body().split("\r\n");
    assertThat(csv[0]).endsWith(",cost,currency,currencyRate,currencyDay,currencySource");
    assertThat(csv[1]).endsWith(",CHF,0.75,2026-03-02,ECB");
    JsonNode line = Api.get(export + "ndjson", OWNER).json();
    assertThat(line.at("/currency/rate").asText()).isEqualTo("0.75");
    assertThat(new BigDecimal(line.path("cost").asText()))
        .isEqualByComparingTo(
            new BigDecimal(line.path("costUsd").asText()).multiply(new BigDecimal("0.75")));
    String[] focus = Api.get(export + "focus", OWNER).body().split("\r\n");
    assertThat(focus[0]).contains("BillingCurrency").endsWith(",x_currencyDay,x_currencySource");
    assertThat(focus[1]).contains(",USD,").endsWith(",0.75000000075,CHF,0.75,2026-03-02,ECB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "currency=euro | must be a currency code of ISO 4217",
        "currency=XYZ | must be a currency code of ISO 4217",
        "currency=SEK&to=2026-03-01 | the first of SEK is of 2026-03-02",
        "currency=ISK&to=2026-03-02 | NOK",
      })
  void aRateThatIsNotThereIsSaid(String query, String what) {
    Api.Answer answer = Api.get(ANALYTICS + "summary?" + query, OWNER);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("invalid_parameter");
    assertThat(answer.json().path("detail").asText()).contains("'currency'", what);
  }

  @Test
  void aStrangerIsToldNothing() {
    String stranger = TestTokens.token("money-stranger");
    assertThat(Api.get(ANALYTICS + "summary?currency=CHF", stranger).status()).isEqualTo(403);
    assertThat(Api.get(ANALYTICS + "summary?currency=CHF", "").status()).isEqualTo(401);
  }

  @Test
  void theRatesOfADayAreListed() {
    JsonNode answer = get(RATES + "?on=2026-03-01");
    assertThat(answer.path("on").asText()).isEqualTo("2026-03-01");
    assertThat(answer.path("rates").findValuesAsText("code"))
        .contains("CHF", "EUR", "NOK")
        .doesNotContain("SEK")
        .isSorted();
  }

  @Test
  void theRatesOfACurrencyComePageByPage() {
    for (int day = 1; day <= 3; day++) {
      put("TRY", "2026-01-0" + day, "{\"rate\":\"4%d.25\"}".formatted(day));
    }
    List<String> rates = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(RATES + "/TRY?limit=2" + cursor);
      rates.addAll(page.path("rates").findValuesAsText("rate"));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asText();
    } while (!cursor.isEmpty());
    assertThat(rates).containsExactly("43.25", "42.25", "41.25");
  }

  @Test
  void aRateIsReplacedAndRemovedAndNoted() {
    put("ZAR", "2026-01-01", "{\"rate\":\"18\"}");
    put("ZAR", "2026-01-01", "{\"rate\":\"18.250\",\"source\":\"bank\"}");
    assertThat(get(RATES + "/ZAR").path("rates").toString())
        .isEqualTo(
            "[{\"code\":\"ZAR\",\"rate\":\"18.25\",\"day\":\"2026-01-01\",\"source\":\"bank\"}]");
    assertThat(Api.call("DELETE", RATES + "/ZAR/2026-01-01", ROOT).status()).isEqualTo(204);
    assertThat(Api.call("DELETE", RATES + "/ZAR/2026-01-01", ROOT).status()).isEqualTo(404);
    assertThat(
            TestLedger.select(
                "SELECT action FROM access.audit_log WHERE detail->>'currency' = 'ZAR' ORDER BY id"))
        .containsExactly("exchange_rate.set", "exchange_rate.set", "exchange_rate.removed");
  }

  @Test
  void theSameFileMayComeAgain() {
    String file = "Date, USD, PLN, \n2 February 2026, 1.25, 5, \n";
    assertThat(imported(file).toString())
        .isEqualTo("{\"from\":\"2026-02-02\",\"to\":\"2026-02-02\",\"days\":1,\"rates\":2}");
    imported(file);
    assertThat(get(RATES + "/PLN").path("rates")).hasSize(1);
  }

  @Test
  void aFileWithAFaultChangesNothing() {
    Api.Answer answer =
        Api.send(
            "POST",
            RATES + "/import",
            ROOT,
            "Date,USD,HUF\n2026-01-02,1.25,400\n2026-01-03,1.25,x\n",
            "text/csv");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/detail").asText()).contains("'HUF'");
    assertThat(get(RATES + "/HUF").path("rates")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EUR/2026-01-01 | {\"rate\":\"0\"} | 'rate'",
        "EUR/2026-01-01 | {\"rate\":\"-1\"} | 'rate'",
        "EUR/2026-01-01 | {\"rate\":\"1e3\"} | 'rate'",
        "EUR/2026-01-01 | {} | 'rate'",
        "EUR/2026-01-01 | {\"rate\":\"1\",\"source\":\"\\u0000\"} | 'source'",
        "EUR/2026-02-30 | {\"rate\":\"1\"} | 'day'",
        "USD/2026-01-01 | {\"rate\":\"1\"} | 'currency'",
        "ABC/2026-01-01 | {\"rate\":\"1\"} | 'currency'",
      })
  void aMalformedRateIsNamed(String path, String body, String what) {
    Api.Answer answer = Api.send("PUT", RATES + "/" + path, ROOT, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains(what);
  }

  private static JsonNode imported(String file) {
    return json(Api.send("POST", RATES + "/import", ROOT, file, "text/csv"));
  }

  private static void put(String currency, String day, String body) {
    json(Api.send("PUT", RATES + "/" + currency + "/" + day, ROOT, body));
  }

  private static JsonNode get(String path) {
    return json(Api.get(path, OWNER));
  }

  private static JsonNode json(Api.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}

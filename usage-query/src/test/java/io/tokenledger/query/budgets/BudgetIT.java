package io.tokenledger.query.budgets;

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
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /orgs/{orgId}/budget}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class BudgetIT {

  private final String id = "budget-" + UUID.randomUUID();
  private final String path = "/orgs/" + id + "/budget";
  private final String billing = TestTokens.token("billing-" + id);

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @BeforeEach
  void orgWithPeople() {
    TestLedger.member(id, "billing-" + id, "billing");
    TestLedger.member(id, "owner-" + id, "owner");
  }

  @Test
  void anOrgBeginsWithoutOne() {
    JsonNode budget = get();
    assertThat(budget.path("monthlyUsd").isNull()).isTrue();
    assertThat(budget.path("spentUsd").asText()).isEqualTo("0.000000000");
    assertThat(budget.path("month").asText()).isEqualTo(YearMonth.now(ZoneOffset.UTC).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "500, 500.00",
    "500.00, 500.00",
    "0.5, 0.50",
    "0.000000001, 0.000000001",
    "1000000000, 1000000000.00",
    "123456789.123456789, 123456789.123456789"
  })
  void itIsKeptToTheNanoDollar(String set, String read) {
    assertThat(put(set).json().path("monthlyUsd").asText()).isEqualTo(read);
    assertThat(get().path("monthlyUsd").asText()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1e3", "1.0000000001", "1000000000.000000001", "ten", "", " 5", "٣"})
  void aMalformedAmountIsNamed(String amount) {
    Api.Answer answer = put(amount);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'monthlyUsd'");
    assertThat(get().path("monthlyUsd").isNull()).isTrue();
  }

  @Test
  void theMonthIsThatOfTheOrgsTimeZone() {
    TestLedger.execute(
        "UPDATE access.org SET time_zone = 'Pacific/Kiritimati' WHERE org_id = ?", id);
    ZoneId zone = ZoneId.of("Pacific/Kiritimati");
    YearMonth month = YearMonth.now(zone);
    Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
    spend(first.minusSeconds(900), "7");
    spend(first, "20");
    spend(first.plusSeconds(900), "300");
    LedgerRows.daily(
        id,
        LocalDate.ofInstant(first, ZoneOffset.UTC).toString(),
        Map.of("request_count", 3L, "cost_nanos", new BigDecimal("327")));
    JsonNode budget = get();
    assertThat(budget.path("month").asText()).isEqualTo(month.toString());
    assertThat(budget.path("spentUsd").asText()).isEqualTo("0.000000320");
  }

  @Test
  void changesAreNotedAndTakingAwayWhatIsNotThereIsNone() {
    put("500");
    put("750.5");
    assertThat(Api.call("DELETE", path, billing).status()).isEqualTo(204);
    assertThat(Api.call("DELETE", path, billing).status()).isEqualTo(204);
    assertThat(get().path("monthlyUsd").isNull()).isTrue();

    String log = "/orgs/" + id + "/audit-log";
    JsonNode entries = Api.get(log, TestTokens.token("owner-" + id)).json().path("entries");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly("budget.removed", "budget.changed", "budget.set");
    assertThat(entries.findValuesAsText("actor")).containsOnly("billing-" + id);
    assertThat(entries.get(1).path("detail"))
        .isEqualTo(
            Api.json(
                "{\"old\":{\"monthlyUsd\":\"500.000000000\"},"
                    + "\"new\":{\"monthlyUsd\":\"750.500000000\"}}"));
  }

  @Test
  void anOrgThatIsNotInTheDirectoryGetsNone() {
    String root = TestTokens.token("root", "superadmin");
    String nowhere = "/orgs/none-" + id + "/budget";
    assertThat(Api.get(nowhere, root).json().path("monthlyUsd").isNull()).isTrue();
    assertThat(Api.send("PUT", nowhere, root, "{\"monthlyUsd\":\"5\"}").status()).isEqualTo(404);
  }

  private void spend(Instant at, String nanos) {
    Instant quarter = Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
    LedgerRows.quarterHour(id, quarter, Map.of("cost_nanos", new BigDecimal(nanos)));
  }

  private Api.Answer put(String amount) {
    return Api.send("PUT", path, billing, "{\"monthlyUsd\":\"" + amount + "\"}");
  }

  private JsonNode get() {
    Api.Answer answer = Api.get(path, billing);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}

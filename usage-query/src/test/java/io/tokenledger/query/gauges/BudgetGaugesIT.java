package io.tokenledger.query.gauges;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alert must not tell of another month than the page does. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class BudgetGaugesIT {

  private static final int QUARTER_HOUR_SECONDS = 900;

  private final String org = "gauge-" + UUID.randomUUID();

  @Inject BudgetGauges gauges;
  @Inject MeterRegistry meters;

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Pacific/Auckland",
        "Pacific/Kiritimati",
        "America/New_York",
        "America/Havana",
        "SystemV/PST8PDT"
      })
  void spentIsWhatTheMonthOfTheOrgsTimeZoneTook(String zone) throws Throwable {
    budgetOf(zone);
    YearMonth month = YearMonth.now(ZoneId.of(zone));
    Instant first = startOf(month, zone);
    Instant next = startOf(month.plusMonths(1), zone);
    spend(first.minusSeconds(QUARTER_HOUR_SECONDS), 7);
    spend(first, 20);
    spend(month.atDay(15).atTime(12, 0).toInstant(ZoneOffset.UTC), 300);
    spend(next.minusSeconds(QUARTER_HOUR_SECONDS), 4_000);
    spend(next, 50_000);
    assertThat(spentUsd()).isEqualTo(0.00000432).isEqualTo(spentUsdOfThePage());
  }

  @Test
  void anOrgThatSpentNothingIsShown() throws Throwable {
    budgetOf("Asia/Kolkata");
    assertThat(spentUsd()).isZero();
  }

  /** As another version of Java may have taken it. */
  @Test
  void aZoneThatIsNotKnownHidesNobodyElsesBudget() throws Throwable {
    String other = org + "-of-nowhere";
    TestLedger.member(other, "owner-" + other, "owner");
    String set = "UPDATE access.org SET time_zone = ? WHERE org_id = ?";
    TestLedger.execute(set, "Mars/Olympus", other);
    try {
      budgetOf("Asia/Kolkata");
      assertThat(spentUsd()).isZero();
    } finally {
      TestLedger.execute(set, "UTC", other);
    }
  }

  private void budgetOf(String zone) {
    TestLedger.member(org, "owner-" + org, "owner");
    TestLedger.execute("UPDATE access.org SET time_zone = ? WHERE org_id = ?", zone, org);
    TestLedger.insert("access.budget", Map.of("org_id", org, "monthly_nanos", 1L));
  }

  private static Instant startOf(YearMonth month, String zone) {
    return month.atDay(1).atStartOfDay(ZoneId.of(zone)).toInstant();
  }

  /** In both rollups, as the aggregator counts it. */
  private void spend(Instant at, long nanos) {
    Map<String, Object> columns =
        Map.of("model_name", "model-" + nanos, "cost_nanos", BigDecimal.valueOf(nanos));
    LedgerRows.quarterHour(org, at, columns);
    LedgerRows.daily(org, at.atOffset(ZoneOffset.UTC).toLocalDate().toString(), columns);
  }

  private double spentUsd() throws Throwable {
    VertxContextSupport.subscribeAndAwait(gauges::refresh);
    return meters.get("tokenledger.budget.spent.usd").tag("orgId", org).gauge().value();
  }

  private double spentUsdOfThePage() {
    Api.Answer page = Api.get("/orgs/" + org + "/budget", TestTokens.token("owner-" + org));
    return page.json().path("spentUsd").asDouble();
  }
}

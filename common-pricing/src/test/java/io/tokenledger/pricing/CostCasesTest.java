package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.BundledPriceList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Costs worked out without the calculator, at the bundled list and at prices it does not have. */
class CostCasesTest {

  private static final int PUBLISHED = 29;
  private static final int FURTHER = 85;

  @TestFactory
  Stream<DynamicTest> everyPublishedCase() throws IOException {
    List<CostCase> cases = CostCase.read("/cost-cases.json");
    assertThat(cases).hasSize(PUBLISHED);
    return tests(cases, bundledAndDated());
  }

  @TestFactory
  Stream<DynamicTest> everyFurtherCase() throws IOException {
    List<CostCase> cases = CostCase.read("/further-cost-cases.json");
    assertThat(cases).hasSize(FURTHER);
    return tests(cases, BundledPriceList.book().versions());
  }

  private static Stream<DynamicTest> tests(List<CostCase> cases, List<PriceVersion> prices) {
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> check(each, prices)));
  }

  private static void check(CostCase each, List<PriceVersion> prices) {
    Cost cost = CostCalculator.costOf(each.bookWith(prices), each.usage());
    assertThat(cost.status()).isEqualTo(each.status());
    if (each.status() != CostStatus.UNPRICED) {
      BigDecimal expected = each.usd();
      assertThat(cost.usd()).isEqualByComparingTo(expected);
      assertThat(cost.nanos()).isEqualTo(each.nanos().orElse(Money.nanosFromUsd(expected)));
      assertThat(each.breakdown().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(expected);
    }
  }

  private static List<PriceVersion> bundledAndDated() {
    List<PriceVersion> versions = new ArrayList<>(BundledPriceList.book().versions());
    String sonnet = "'input':'3','output':'15','cacheRead':'0.3','cacheWrite':'3.75'";
    String surcharge = ",'contextTiers':[{'above':200000,'input':'6','output':'22.5'}]";
    add(versions, "anthropic/claude-sonnet-4-6", "2026-02-17", sonnet + surcharge);
    add(versions, "anthropic/claude-sonnet-4-6", "2026-03-13", sonnet);
    add(versions, "openai/o3", "2025-04-16", "'input':'10','output':'40','cacheRead':'0.5'");
    add(versions, "openai/o3", "2025-06-10", "'input':'2','output':'8','cacheRead':'0.5'");
    add(
        versions,
        "anthropic/claude-sonnet-5",
        "2026-06-01",
        "'input':'2','output':'10','cacheRead':'0.2','cacheWrite':'2.5'");
    add(versions, "anthropic/claude-sonnet-5", "2026-09-01", sonnet);
    add(
        versions,
        "openrouter/openai/gpt-4.1-mini",
        "2026-08-01",
        "'input':'0.4','output':'1.6','units':{'webSearches':'0.01'}");
    add(
        versions,
        "openrouter/openai/gpt-5.6-sol",
        "2026-08-01",
        "'input':'5','output':'30','cacheRead':'0.5','cacheWrite':'6.25'");
    return versions;
  }

  private static void add(List<PriceVersion> versions, String key, String from, String rates) {
    int slash = key.indexOf('/');
    String provider = key.substring(0, slash);
    versions.add(Prices.version(provider, key.substring(slash + 1), from, "{" + rates + "}"));
  }
}

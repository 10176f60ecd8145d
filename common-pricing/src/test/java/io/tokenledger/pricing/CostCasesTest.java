package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.events.TokenCounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published cases, at the bundled list and at the dated prices it does not have. */
class CostCasesTest {

  private static final PriceBook BOOK = PriceBook.of(1, bundledAndDated());

  @TestFactory
  Stream<DynamicTest> everyCaseCostsWhatItsListSays() throws IOException {
    JsonNode cases =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readTree(CostCasesTest.class.getResourceAsStream("/cost-cases.json"));
    assertThat(cases).hasSize(29);
    return StreamSupport.stream(cases.spliterator(), false)
        .map(each -> DynamicTest.dynamicTest(each.get("id").asText(), () -> check(each)));
  }

  private static void check(JsonNode each) {
    Cost cost = CostCalculator.costOf(BOOK, usage(each));
    if (each.get("expectedCostUsd").isNull()) {
      assertThat(cost.status()).isEqualTo(CostStatus.UNPRICED);
      return;
    }
    BigDecimal expected = new BigDecimal(each.get("expectedCostUsd").asText());
    assertThat(cost.status()).isEqualTo(CostStatus.PRICED);
    assertThat(cost.usd()).isEqualByComparingTo(expected);
    assertThat(cost.nanos()).isEqualTo(Money.nanosFromUsd(expected));
  }

  private static BillableUsage usage(JsonNode each) {
    JsonNode usage = each.get("usage");
    Map<String, BigDecimal> units = new HashMap<>();
    usage
        .path("units")
        .properties()
        .forEach(unit -> units.put(unit.getKey(), new BigDecimal(unit.getValue().asText())));
    return new BillableUsage(
        "acme",
        each.get("provider").asText(),
        each.get("modelName").asText(),
        Instant.parse(each.path("occurredAt").asText("2026-10-01T00:00:00Z")),
        tokens(usage),
        units,
        1,
        each.path("serviceTier").asText("standard"));
  }

  private static TokenCounts tokens(JsonNode usage) {
    return new TokenCounts(
        usage.path("inputTokens").asLong(),
        usage.path("outputTokens").asLong(),
        usage.path("cacheReadTokens").asLong(),
        usage.path("cacheWriteTokens").asLong(),
        usage.path("cacheWrite1hTokens").asLong(),
        usage.path("audioInputTokens").asLong(),
        usage.path("reasoningTokens").asLong(),
        usage.path("audioOutputTokens").asLong(),
        usage.path("embeddingTokens").asLong());
  }

  private static List<PriceVersion> bundledAndDated() {
    List<PriceVersion> versions = new ArrayList<>(PriceBook.bundled().versions());
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

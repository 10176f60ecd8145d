package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.BundledPriceList;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bundled list prices a name as that it does not have; see name-cases.SOURCE.md. */
class NameCasesTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/name-cases.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
  void isPricedAs(String provider, String modelName, String pricedAs) {
    assertThat(
            BundledPriceList.book()
                .find("acme", provider, modelName, Prices.NOON)
                .map(version -> version.model().toString())
                .orElse(null))
        .isEqualTo(pricedAs);
  }

  /** From public reports: kinds of names that ledgers leave without a price. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "bedrock,arn:aws:bedrock:us-east-1:111122223333:inference-profile/"
        + "us.anthropic.claude-sonnet-4-5-20250929-v1:0,100,0.00495",
    "vertex_ai,publishers/google/models/gemini-2.5-flash,100,0.00055",
    "openai,ft:gpt-4o-mini-2024-07-18:acme-inc::B1x2Y3z4,500,0.0009"
  })
  void costs(String provider, String modelName, long outputTokens, BigDecimal usd) {
    TokenCounts tokens =
        TokenCounts.of(
            tokenClass ->
                switch (tokenClass) {
                  case INPUT -> 1_000;
                  case OUTPUT -> outputTokens;
                  default -> 0;
                });
    BillableUsage usage =
        new BillableUsage(
            "acme", provider, modelName, Prices.NOON, tokens, Map.of(), 1, Serving.STANDARD);
    assertThat(CostCalculator.costOf(BundledPriceList.book(), usage).usd())
        .isEqualByComparingTo(usd);
  }
}

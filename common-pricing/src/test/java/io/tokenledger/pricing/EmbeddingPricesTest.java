package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.cost.CostComponent;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.pricing.rates.PriceComponent;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every embedding model of the bundled list is charged by the embedded tokens. */
class EmbeddingPricesTest {

  private static final TokenCounts ONE_MILLION =
      TokenCounts.inOrder(0, 0, 0, 0, 0, 0, 0, 0, 1_000_000);

  @ParameterizedTest
  @CsvFileSource(resources = "/embedding-prices.csv", numLinesToSkip = 1)
  void aMillionEmbeddedTokensCostTheListedPrice(
      String provider, String modelName, BigDecimal usd, BigDecimal usdInBatch) {
    assertCost(provider, modelName, "standard", usd);
    assertCost(provider, modelName, "batch", usdInBatch);
  }

  private static void assertCost(String provider, String model, String tier, BigDecimal usd) {
    Cost cost =
        CostCalculator.costOf(
            BundledPriceList.book(),
            new BillableUsage(
                "", provider, model, Prices.NOON, ONE_MILLION, Map.of(), 1, Serving.of(tier)));
    assertThat(cost.status()).isEqualTo(CostStatus.PRICED);
    assertThat(cost.usd()).isEqualByComparingTo(usd);
    assertThat(cost.components())
        .extracting(CostComponent::component)
        .containsExactly(PriceComponent.EMBEDDING.code());
  }
}

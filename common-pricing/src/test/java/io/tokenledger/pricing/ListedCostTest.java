package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.BundledPriceList;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls of which people reported wrong costs by other systems, because of how they read public
 * lists: unit mistakes, images at the price of text, cached tokens of a batch, regional profiles.
 */
class ListedCostTest {

  @ParameterizedTest
  @CsvSource({
    "wandb,Qwen/Qwen3-235B-A22B-Instruct-2507,standard,100000,0,10000,0,0.011",
    "wandb,openai/gpt-oss-120b,standard,100000,0,10000,0,0.021",
    "azure_ai,jais-30b-chat,standard,1000,0,1000,0,0.01291",
    "openai,gpt-5.5,batch,10000,8000,500,0,0.0145",
    "google,gemini-2.5-flash-image,standard,10,0,1290,1290,0.038703",
    "openai,gpt-image-2,standard,50,0,1056,1056,0.03193",
    "vertex_ai,gemini-3-pro-image,standard,10,0,1120,1120,0.13442",
    "openrouter,google/gemini-2.5-flash-image,standard,10,0,1300,1290,0.038728",
    "bedrock,us.anthropic.claude-haiku-4-5-20251001-v1:0,standard,4600,0,508,0,0.007854"
  })
  void costsWhatItsProviderAsks(
      String provider,
      String modelName,
      String serviceTier,
      long input,
      long cacheRead,
      long output,
      long imageOutput,
      BigDecimal usd) {
    TokenCounts tokens =
        TokenCounts.NONE
            .with(TokenClass.INPUT, input)
            .with(TokenClass.CACHE_READ, cacheRead)
            .with(TokenClass.OUTPUT, output)
            .with(TokenClass.IMAGE_OUTPUT, imageOutput);
    BillableUsage usage =
        new BillableUsage(
            "", provider, modelName, Prices.NOON, tokens, Map.of(), 1, Serving.of(serviceTier));
    assertThat(CostCalculator.costOf(BundledPriceList.book(), usage).usd())
        .isEqualByComparingTo(usd);
  }
}

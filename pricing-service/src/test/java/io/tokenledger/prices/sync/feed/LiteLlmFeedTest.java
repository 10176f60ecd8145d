package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LiteLLM's list as it comes over the network. */
class LiteLlmFeedTest {

  @Test
  void theRecordedListSaysWhatTheBundledOneSays() throws IOException {
    ListedPrices list = LiteLlmPriceList.read(recorded());
    assertThat(list.prices()).hasSizeGreaterThan(15);
    for (PriceVersion listed : list.prices()) {
      if (listed.provider().equals("openrouter")) {
        continue; // There the bundled list has OpenRouter's own price.
      }
      PriceVersion bundled =
          BundledPriceList.book()
              .find("", listed.provider(), listed.modelName(), Instant.EPOCH)
              .orElseThrow();
      assertThat(listed.id()).isEqualTo(bundled.id());
      assertThat(listed.rates()).isEqualTo(bundled.rates());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'input_cost_per_token':-1e-6",
        "'input_cost_per_token':0.015",
        "'input_cost_per_token':'much'",
        "'input_cost_per_token':1e2147483640",
        "'output_cost_per_image':-1",
        "'input_cost_per_request':true"
      })
  void soIsOneWithAPriceThatCannotBe(String price) {
    ListedPrices list =
        LiteLlmPriceList.read(
            ("{'m':{'litellm_provider':'p','output_cost_per_token':1e-6," + price + "}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8));
    assertThat(list.prices()).isEmpty();
    assertThat(list.skipped()).containsOnlyKeys(SkipReason.IMPLAUSIBLE_PRICE);
  }

  @Test
  void aModelWithoutAPriceIsTold() {
    byte[] list = "{\"m\":{\"litellm_provider\":\"p\"}}".getBytes(StandardCharsets.UTF_8);
    assertThat(LiteLlmPriceList.read(list).skipped().get(SkipReason.NO_PRICE)).containsExactly("m");
  }

  private static byte[] recorded() throws IOException {
    try (var file = LiteLlmFeedTest.class.getResourceAsStream("/feeds/litellm-prices.json")) {
      return file.readAllBytes();
    }
  }
}

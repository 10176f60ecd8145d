package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.cached;
import static io.tokenledger.pricing.Prices.cost;
import static io.tokenledger.pricing.Prices.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenCounts;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch, flex and priority, alone and with a context tier. */
class ServiceTierCostTest {

  private static final String PLAIN = "{'input':'4','output':'8','cacheRead':'1'}";

  private static final String TIERED =
      "{'input':'4','output':'8','cacheRead':'1',"
          + "'contextTiers':[{'above':1000,'input':'10','output':'20'}],"
          + "'serviceTiers':{"
          + "'batch':{'input':'1','output':'3'},"
          + "'flex':{'input':'2','output':'4','contextTiers':[{'above':1000,'input':'5'}]},"
          + "'priority':{'input':'9','output':'18'}}}";

  @Test
  void batchWithoutPricesIsHalf() {
    assertThat(cost(PLAIN, cached(1_000, 400, 0, 0, 100), "batch").usd())
        .isEqualByComparingTo("0.0018");
  }

  @Test
  void batchWithPricesKeepsTheRelationOfACacheReadToTheInput() {
    assertThat(cost(TIERED, cached(1_000, 400, 0, 0, 0), "batch").usd())
        .isEqualByComparingTo("0.0007");
  }

  @Test
  void batchAboveAThresholdWithoutPricesThereIsHalfOfTheContextTier() {
    assertThat(cost(TIERED, tokens(2_000, 100), "batch").usd()).isEqualByComparingTo("0.011");
  }

  @Test
  void flexAboveTheThresholdOverlaysItsOwnCard() {
    assertThat(cost(TIERED, tokens(1_000, 100), "flex").usd()).isEqualByComparingTo("0.0024");
    assertThat(cost(TIERED, tokens(2_000, 100), "flex").usd()).isEqualByComparingTo("0.0104");
  }

  @Test
  void priorityAboveAThresholdWithoutPricesThereIsTheStandardContextTier() {
    assertThat(cost(TIERED, tokens(1_000, 0), "priority").usd()).isEqualByComparingTo("0.009");
    assertThat(cost(TIERED, tokens(2_000, 100), "priority").usd()).isEqualByComparingTo("0.022");
  }

  @Test
  void aServiceTierThatListsOnlyOutputTakesInputFromTheStandardCard() {
    String rates = "{'input':'4','output':'8','serviceTiers':{'%s':{'output':'2'}}}";
    assertThat(cost(rates.formatted("flex"), tokens(1_000, 1_000), "flex").usd())
        .isEqualByComparingTo("0.006");
    assertThat(cost(rates.formatted("batch"), tokens(1_000, 1_000), "batch").usd())
        .isEqualByComparingTo("0.004");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "", "auto", "on_demand", "Batch"})
  void anyOtherTextIsTheStandardTier(String tier) {
    assertThat(cost(TIERED, tokens(1_000, 0), tier).usd()).isEqualByComparingTo("0.004");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flex", "priority"})
  void flexAndPriorityWithoutPricesAreTheStandardPrice(String tier) {
    assertThat(cost(PLAIN, tokens(1_000, 0), tier).usd()).isEqualByComparingTo("0.004");
  }

  @Test
  void unitsAndTheFeePerRequestAreNotHalved() {
    String rates = "{'input':'4','perRequest':'0.01','units':{'webSearches':'0.02'}}";
    Map<String, BigDecimal> units = Map.of("webSearches", new BigDecimal(3));
    assertThat(cost(rates, tokens(1_000, 0), "batch", units, 2).usd())
        .isEqualByComparingTo("0.082");
  }

  @Test
  void reasoningInABatchCardKeepsItsRelationToTheOutput() {
    String rates =
        "{'input':'1','output':'2','reasoning':'6','serviceTiers':{'batch':{'output':'1'}}}";
    TokenCounts thinking = TokenCounts.inOrder(0, 1_000, 0, 0, 0, 0, 600, 0, 0);
    assertThat(cost(rates, thinking, "standard").usd()).isEqualByComparingTo("0.0044");
    assertThat(cost(rates, thinking, "batch").usd()).isEqualByComparingTo("0.0022");
  }
}

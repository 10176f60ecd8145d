package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.cached;
import static io.tokenledger.pricing.Prices.cost;
import static io.tokenledger.pricing.Prices.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Context tiers are cliffs; threshold and overlay. */
class ContextTierCostTest {

  private static final String SURCHARGE =
      "{'input':'3','output':'15','cacheRead':'0.3',"
          + "'contextTiers':[{'above':200000,'input':'6','output':'22.5'}]}";

  private static final String RANGES =
      "{'input':'1','output':'5','contextTiers':["
          + "{'above':32000,'input':'1.8','output':'9'},{'above':128000,'input':'3','output':'15'}]}";

  @ParameterizedTest
  @CsvSource({"199999,0.599997", "200000,0.6", "200001,1.200006"})
  void theWholeCallIsReRatedStrictlyAboveTheThreshold(long input, String usd) {
    assertThat(cost(SURCHARGE, tokens(input, 0)).usd()).isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @CsvSource({"127999,0.0255998", "128000,0.0512", "128001,0.0512004"})
  void anInclusiveThresholdReRatesAtTheThreshold(long input, String usd) {
    String xai =
        "{'input':'0.2','output':'0.5',"
            + "'contextTiers':[{'above':128000,'inclusive':true,'input':'0.4','output':'1'}]}";
    assertThat(cost(xai, tokens(input, 0)).usd()).isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @CsvSource({"32000,0.032", "32001,0.0576018", "128000,0.2304", "128001,0.384003", "5000000,15"})
  void rangesAreCliffsAndTheLastOneHoldsBeyondItsEnd(long input, String usd) {
    assertThat(cost(RANGES, tokens(input, 0)).usd()).isEqualByComparingTo(usd);
  }

  @Test
  void theThresholdCountsCachedInput() {
    assertThat(cost(SURCHARGE, cached(200_001, 200_000, 0, 0, 1_000)).usd())
        .isEqualByComparingTo("0.142506");
  }

  @Test
  void outputAloneNeverPassesTheThreshold() {
    assertThat(cost(SURCHARGE, tokens(1, 1_000_000)).usd()).isEqualByComparingTo("15.000003");
  }

  @Test
  void aClassThatTheTierDoesNotListKeepsItsRelationToTheInput() {
    // Cache reads are a tenth, 0.6; cache writes, listed nowhere, follow the tier's input price.
    assertThat(cost(SURCHARGE, cached(300_000, 100_000, 100_000, 0, 0)).usd())
        .isEqualByComparingTo("1.26");
  }

  @Test
  void aClassThatOnlyTheTierListsFollowsItsParentBelow() {
    String rates =
        "{'input':'1','output':'2','contextTiers':[{'above':1000,'input':'2','cacheWrite':'9'}]}";
    assertThat(cost(rates, cached(1_000, 0, 1_000, 0, 0)).usd()).isEqualByComparingTo("0.001");
    assertThat(cost(rates, cached(1_001, 0, 1_001, 0, 0)).usd()).isEqualByComparingTo("0.009009");
  }

  @Test
  void theOneHourWriteFollowsTheTiersFiveMinuteWrite() {
    String rates =
        "{'input':'3','output':'15','cacheWrite':'3.75',"
            + "'contextTiers':[{'above':200000,'input':'6','cacheWrite':'7.5'}]}";
    assertThat(cost(rates, cached(200_001, 0, 200_000, 200_000, 0)).usd())
        .isEqualByComparingTo("1.500006");
  }
}

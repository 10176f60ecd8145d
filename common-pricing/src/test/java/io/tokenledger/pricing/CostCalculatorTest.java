package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.cached;
import static io.tokenledger.pricing.Prices.cost;
import static io.tokenledger.pricing.Prices.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.cost.CostComponent;
import io.tokenledger.pricing.rates.PriceComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Token classes, units, status and rounding. */
class CostCalculatorTest {

  private static final String GPT = "{'input':'2.5','output':'10'}";

  @Test
  void aSavingIsSummedUpWhereItIsKnown() {
    TokenCounts cached = TokenCounts.inOrder(10, 0, 0, 4);
    assertThat(saving(CostStatus.PRICED, "-0.000000007").cacheSavedNanosOf(cached)).hasValue(-7);
    assertThat(saving(CostStatus.PRICED, "0").cacheSavedNanosOf(cached)).hasValue(0);
    assertThat(saving(CostStatus.PRICED, "0").cacheSavedNanosOf(TokenCounts.inOrder(10)))
        .as("nothing cached")
        .isEmpty();
    assertThat(saving(CostStatus.PARTIAL, "1").cacheSavedNanosOf(cached)).isEmpty();
    assertThat(Cost.UNPRICED.cacheSavedNanosOf(cached)).isEmpty();
    assertThat(saving(CostStatus.PRICED, "1000000").cacheSavedNanosOf(cached)).isPresent();
    assertThat(saving(CostStatus.PRICED, "1000000.000000001").cacheSavedNanosOf(cached))
        .as("beyond what an event may cost")
        .isEmpty();
  }

  private static Cost saving(CostStatus status, String usd) {
    return new Cost(status, BigDecimal.ONE, 1, new BigDecimal(usd), "v", List.of(), List.of());
  }

  @Test
  void everyTokenClassHasItsPrice() {
    assertThat(TokenClass.ALL)
        .allSatisfy(each -> assertThat(PriceComponent.of(each).code()).isEqualTo(each.code()));
  }

  @Test
  void aClassWithoutAPriceFallsBackToItsParent() {
    // 1 h write → 5 min write → input.
    assertThat(cost(GPT, cached(1_000, 100, 200, 50, 0)).usd()).isEqualByComparingTo("0.0025");
    assertThat(cost("{'input':'3','cacheWrite':'4'}", cached(1_000, 0, 1_000, 1_000, 0)).usd())
        .isEqualByComparingTo("0.004");
  }

  @Test
  void eachTokenIsBilledInOneClass() {
    String rates =
        "{'input':'1','cacheRead':'2','cacheWrite':'3','cacheWrite1h':'4','audioInput':'5',"
            + "'output':'10','reasoning':'20','audioOutput':'30','embedding':'40'}";
    Cost cost = cost(rates, TokenCounts.inOrder(100, 60, 10, 30, 5, 20, 15, 25, 7));
    assertThat(cost.components())
        .extracting(CostComponent::component, line -> line.quantity().intValueExact())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("input", 40),
            org.assertj.core.groups.Tuple.tuple("cacheRead", 10),
            org.assertj.core.groups.Tuple.tuple("cacheWrite", 25),
            org.assertj.core.groups.Tuple.tuple("cacheWrite1h", 5),
            org.assertj.core.groups.Tuple.tuple("audioInput", 20),
            org.assertj.core.groups.Tuple.tuple("output", 20),
            org.assertj.core.groups.Tuple.tuple("reasoning", 15),
            org.assertj.core.groups.Tuple.tuple("audioOutput", 25),
            org.assertj.core.groups.Tuple.tuple("embedding", 7));
    assertThat(cost.usd()).isEqualByComparingTo("0.001785");
  }

  @Test
  void reasoningWithoutAPriceStaysInsideOutput() {
    Cost cost = cost(GPT, TokenCounts.inOrder(0, 75, 0, 0, 0, 0, 64, 0, 0));
    assertThat(cost.components()).hasSize(1);
    assertThat(cost.usd()).isEqualByComparingTo("0.00075");
  }

  @Test
  void audioIsChargedAtItsOwnPriceOnBothSides() {
    String rates = "{'input':'2.5','output':'10','audioInput':'40','audioOutput':'80'}";
    assertThat(cost(rates, TokenCounts.inOrder(64, 20, 0, 0, 0, 44, 0, 11, 0)).usd())
        .isEqualByComparingTo("0.00278");
  }

  @Test
  void embeddedTokensFollowTheInputPrice() {
    TokenCounts embedded = TokenCounts.inOrder(0, 0, 0, 0, 0, 0, 0, 0, 1_000_000);
    assertThat(cost("{'input':'0.02'}", embedded).usd()).isEqualByComparingTo("0.02");
    assertThat(cost("{'input':'0.02','embedding':'0.01'}", embedded).usd())
        .isEqualByComparingTo("0.01");
  }

  @Test
  void partsThatExceedTheirTotalCostNothingNegative() {
    Cost cost = cost(GPT, cached(10, 100, 0, 0, 0));
    assertThat(cost.usd()).isEqualByComparingTo("0.00025");
  }

  @Test
  void aFreeModelIsPricedAtZero() {
    Cost cost = cost("{'input':'0','output':'0'}", tokens(17, 66));
    assertThat(cost.status()).isEqualTo(CostStatus.PRICED);
    assertThat(cost.nanos()).isZero();
  }

  @Test
  void noUsageCostsExactlyNothing() {
    Cost cost = cost(GPT, TokenCounts.NONE, "standard", Map.of(), 0);
    assertThat(cost.status()).isEqualTo(CostStatus.PRICED);
    assertThat(cost.usd()).isEqualByComparingTo("0");
    assertThat(cost.components()).isEmpty();
  }

  @Test
  void noPriceIsUnpriced() {
    Cost cost =
        CostCalculator.costOf(
            PriceBook.of(1, List.of()),
            new BillableUsage(
                "o", "acme", "m", Prices.NOON, tokens(1, 1), Map.of(), 1, Serving.of("")));
    assertThat(cost.status()).isEqualTo(CostStatus.UNPRICED);
    assertThat(cost.priceVersion()).isEmpty();
    assertThat(cost.components()).isEmpty();
  }

  @Test
  void aUsedUnitWithoutAPriceMakesTheCostPartial() {
    Map<String, BigDecimal> searches = Map.of("webSearches", BigDecimal.ONE);
    Cost cost = cost(GPT, tokens(1_000, 0), "standard", searches, 1);
    assertThat(cost.status()).isEqualTo(CostStatus.PARTIAL);
    assertThat(cost.usd()).isEqualByComparingTo("0.0025");
    Map<String, BigDecimal> none = Map.of("webSearches", BigDecimal.ZERO);
    assertThat(cost(GPT, tokens(1, 0), "standard", none, 1).status()).isEqualTo(CostStatus.PRICED);
  }

  @Test
  void aUsedClassWithoutAPriceInItsChainMakesTheCostPartial() {
    Cost cost = cost("{'output':'10'}", tokens(5, 1_000));
    assertThat(cost.status()).isEqualTo(CostStatus.PARTIAL);
    assertThat(cost.usd()).isEqualByComparingTo("0.01");
  }

  @Test
  void unitsMayBeFractions() {
    Map<String, BigDecimal> units = Map.of("audioSeconds", new BigDecimal("61.5"));
    assertThat(cost("{'units':{'audioSeconds':'1e-4'}}", TokenCounts.NONE, "", units, 1).usd())
        .isEqualByComparingTo("0.00615");
  }

  @Test
  void theFeePerRequestIsDueForEachRequest() {
    String rates = "{'input':'1','perRequest':'0.005'}";
    assertThat(cost(rates, tokens(1_000, 0), "standard", Map.of(), 4).usd())
        .isEqualByComparingTo("0.021");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0005,1,0", // exactly half a nano: to even
    "0.0015,1,2",
    "0.0025,1,2",
    "0.00050001,1,1",
    "0.0005,3,2", // 1.5
    "1e-3,1,1",
    "7.5E-2,100,7500"
  })
  void theSumIsRoundedOnceHalfToEven(String price, long count, long nanos) {
    Cost cost = cost("{'input':'" + price + "'}", tokens(count, 0));
    assertThat(cost.nanos()).isEqualTo(nanos);
  }

  @Test
  void componentsAreNotRoundedBeforeTheSum() {
    // Three times 0.4 nano: 1.2, not 0.
    String rates = "{'input':'0.0004','output':'0.0004','embedding':'0.0004'}";
    assertThat(cost(rates, TokenCounts.inOrder(1, 1, 0, 0, 0, 0, 0, 0, 1)).nanos()).isEqualTo(1);
  }

  @Test
  void theGreatestCountsAtTheGreatestPriceStayExact() {
    long most = UsageLimits.MAX_TOKENS;
    Cost cost = cost("{'input':'10000','output':'10000'}", tokens(most, most));
    assertThat(cost.usd()).isEqualByComparingTo("200000000");
    assertThat(cost.nanos()).isEqualTo(200_000_000_000_000_000L);
  }

  @Test
  void anImpossibleQuantityDoesNotOverflow() {
    Map<String, BigDecimal> units = Map.of("images", new BigDecimal("1e60"));
    Cost cost = cost("{'units':{'images':'0.01'}}", TokenCounts.NONE, "", units, 1);
    assertThat(cost.nanos()).isEqualTo(Cost.MAX_NANOS);
    assertThat(cost.usd()).isEqualByComparingTo("1e58");
  }

  /** Else the intake could not refuse it. */
  @Test
  void aCostBeyondWhatAnEventMayCostIsNotCutToThat() {
    Cost cost = cost("{'units':{'images':'1000'}}", TokenCounts.NONE, "", units("1000.001"), 1);
    assertThat(cost.nanos()).isEqualTo(UsageLimits.MAX_COST_NANOS + 1_000_000_000);
    assertThat(Cost.MAX_NANOS).isGreaterThan(UsageLimits.MAX_COST_NANOS);
  }

  private static Map<String, BigDecimal> units(String images) {
    return Map.of("images", new BigDecimal(images));
  }
}

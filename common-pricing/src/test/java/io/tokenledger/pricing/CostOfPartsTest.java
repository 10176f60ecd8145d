package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PricedUnits;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A call costs what its parts cost one by one, to the last digit, at any rates, in any service tier
 * and on any side of a context threshold: once the call has chosen the tier, nothing depends on how
 * it is divided.
 */
class CostOfPartsTest {

  private static final Set<String> INPUT =
      Set.of("input", "cacheRead", "cacheWrite", "cacheWrite1h", "audioInput");
  private static final Set<String> OUTPUT = Set.of("output", "reasoning", "audioOutput");

  private static final long REQUESTS = 3;

  private final CostPropertiesTest given = new CostPropertiesTest();

  @Property
  void aCallCostsWhatItsPartsCostOneByOne(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("units") Map<String, BigDecimal> units,
      @ForAll("tier") String tier) {
    Rates chosen = atContextOf(tokens.input(), rates);
    List<Cost> parts =
        Stream.concat(
                partsOf(tokens).map(part -> cost(chosen, part, Map.of(), 0, tier)),
                Stream.of(
                    cost(chosen, TokenCounts.NONE, units, 0, tier),
                    cost(chosen, TokenCounts.NONE, Map.of(), REQUESTS, tier)))
            .toList();
    Cost whole = cost(rates, tokens, units, REQUESTS, tier);
    assertThat(whole.usd())
        .isCloseTo(
            parts.stream().map(Cost::usd).reduce(BigDecimal.ZERO, BigDecimal::add),
            CostPropertiesTest.DERIVED);
    boolean partial = parts.stream().anyMatch(part -> part.status() == CostStatus.PARTIAL);
    assertThat(whole.status()).isEqualTo(partial ? CostStatus.PARTIAL : CostStatus.PRICED);
  }

  @Property
  void theChargedPartsAddUpToTheTotals(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("tier") String tier) {
    Cost cost = cost(withInputAndOutput(rates), tokens, Map.of(), 1, tier);
    assertThat(charged(cost, INPUT)).isEqualTo(tokens.input());
    assertThat(charged(cost, OUTPUT)).isEqualTo(tokens.output());
    assertThat(charged(cost, Set.of("embedding"))).isEqualTo(tokens.embedding());
  }

  @Property
  void aCostIsRoundedOnceToTheNearestNano(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("tier") String tier) {
    Cost cost = cost(rates, tokens, Map.of(), 1, tier);
    Assume.that(cost.nanos() < Cost.MAX_NANOS);
    BigDecimal off = cost.usd().movePointRight(9).subtract(BigDecimal.valueOf(cost.nanos())).abs();
    int againstHalf = off.compareTo(new BigDecimal("0.5"));
    assertThat(againstHalf).isNotPositive();
    assertThat(againstHalf == 0 && cost.nanos() % 2 != 0).isFalse();
  }

  @Provide
  Arbitrary<Rates> rates() {
    Arbitrary<Map<String, BigDecimal>> unitPrices =
        Arbitraries.maps(
            Arbitraries.of(PricedUnits.KNOWN),
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(8));
    return Combinators.combine(given.rates(), unitPrices)
        .as(
            (rates, units) ->
                new Rates(rates.standard(), rates.serviceTiers(), rates.perRequest(), units));
  }

  @Provide
  Arbitrary<Map<String, BigDecimal>> units() {
    return Arbitraries.maps(
        Arbitraries.of(PricedUnits.KNOWN),
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(3));
  }

  @Provide
  Arbitrary<TokenCounts> tokens() {
    return given.tokens();
  }

  @Provide
  Arbitrary<String> tier() {
    return given.tier();
  }

  /** Each class of tokens as a call of its own. */
  private static Stream<TokenCounts> partsOf(TokenCounts t) {
    long write = t.count(TokenClass.CACHE_WRITE) - t.count(TokenClass.CACHE_WRITE_1H);
    long uncached =
        t.input()
            - t.count(TokenClass.CACHE_READ)
            - t.count(TokenClass.CACHE_WRITE)
            - t.count(TokenClass.AUDIO_INPUT);
    long visible = t.output() - t.count(TokenClass.REASONING) - t.count(TokenClass.AUDIO_OUTPUT);
    return Stream.of(
        TokenCounts.inOrder(uncached, 0, 0, 0, 0, 0, 0, 0, 0),
        TokenCounts.inOrder(
            t.count(TokenClass.CACHE_READ), 0, t.count(TokenClass.CACHE_READ), 0, 0, 0, 0, 0, 0),
        TokenCounts.inOrder(write, 0, 0, write, 0, 0, 0, 0, 0),
        TokenCounts.inOrder(
            t.count(TokenClass.CACHE_WRITE_1H),
            0,
            0,
            t.count(TokenClass.CACHE_WRITE_1H),
            t.count(TokenClass.CACHE_WRITE_1H),
            0,
            0,
            0,
            0),
        TokenCounts.inOrder(
            t.count(TokenClass.AUDIO_INPUT), 0, 0, 0, 0, t.count(TokenClass.AUDIO_INPUT), 0, 0, 0),
        TokenCounts.inOrder(0, visible, 0, 0, 0, 0, 0, 0, 0),
        TokenCounts.inOrder(
            0, t.count(TokenClass.REASONING), 0, 0, 0, 0, t.count(TokenClass.REASONING), 0, 0),
        TokenCounts.inOrder(
            0,
            t.count(TokenClass.AUDIO_OUTPUT),
            0,
            0,
            0,
            0,
            0,
            t.count(TokenClass.AUDIO_OUTPUT),
            0),
        TokenCounts.inOrder(0, 0, 0, 0, 0, 0, 0, 0, t.embedding()));
  }

  /** The same rates where even an empty call is in the context tiers that so much input is in. */
  private static Rates atContextOf(long input, Rates rates) {
    long reached = threshold(input, rates.standard());
    Map<ServiceTier, RateCard> tiers = new EnumMap<>(ServiceTier.class);
    rates
        .serviceTiers()
        .forEach(
            (tier, card) -> {
              if (threshold(input, card) >= reached) {
                tiers.put(tier, always(input, card));
              }
            });
    return new Rates(always(input, rates.standard()), tiers, rates.perRequest(), rates.units());
  }

  private static long threshold(long input, RateCard card) {
    return card.tierFor(input, REQUESTS).map(ContextTier::above).orElse(-1L);
  }

  private static RateCard always(long input, RateCard card) {
    List<ContextTier> tier =
        card.tierFor(input, REQUESTS)
            .map(each -> new ContextTier(0, true, each.prices()))
            .map(List::of)
            .orElse(List.of());
    return new RateCard(card.prices(), tier);
  }

  private static Rates withInputAndOutput(Rates rates) {
    Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    prices.put(PriceComponent.INPUT, BigDecimal.ONE);
    prices.put(PriceComponent.OUTPUT, BigDecimal.TEN);
    prices.putAll(rates.standard().prices());
    RateCard card = new RateCard(prices, rates.standard().contextTiers());
    return new Rates(card, rates.serviceTiers(), rates.perRequest(), rates.units());
  }

  private static long charged(Cost cost, Set<String> components) {
    return cost.components().stream()
        .filter(line -> components.contains(line.component()))
        .mapToLong(line -> line.quantity().longValueExact())
        .sum();
  }

  private static Cost cost(
      Rates rates, TokenCounts tokens, Map<String, BigDecimal> units, long requests, String tier) {
    PriceVersion version =
        new PriceVersion(
            "v", 1, "", "p", "m", Prices.NOON, Prices.NOON, "test", Optional.of(rates));
    return CostCalculator.costOf(
        PriceBook.of(1, List.of(version)),
        new BillableUsage("", "p", "m", Prices.NOON, tokens, units, requests, Serving.of(tier)));
  }
}

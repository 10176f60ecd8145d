package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.cost.CostComponent;
import io.tokenledger.pricing.cost.PriceOrigin;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

class CostPropertiesTest {

  /** A derived price may have no end as a decimal: then each line is rounded at 60 decimals. */
  static final Offset<BigDecimal> DERIVED = within(new BigDecimal("1e-58"));

  private static final BigDecimal MOST = Money.usdFromNanos(Cost.MAX_NANOS);

  private static final List<PriceComponent> CLASSES =
      List.of(PriceComponent.values()).stream().filter(PriceComponent::isTokenClass).toList();

  @Property
  void theComponentsAddUpToTheCostExactly(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("tier") String tier) {
    Cost cost = cost(rates, tokens, tier, 1);
    BigDecimal sum =
        cost.components().stream()
            .map(CostComponent::costUsd)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(cost.usd()).isEqualByComparingTo(sum);
    assertThat(cost.usd().signum()).isNotNegative();
    assertThat(cost.nanos()).isEqualTo(Money.nanosFromUsd(sum.min(MOST)));
    assertThat(cost.components()).allMatch(line -> line.quantity().signum() > 0);
  }

  @Property
  void everyTokenIsBilledExactlyOnceWhereInputAndOutputArePriced(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("tier") String tier) {
    Cost cost = cost(withInputAndOutput(rates), tokens, tier, 1);
    BigDecimal billed =
        cost.components().stream()
            .filter(line -> !line.component().equals("perRequest"))
            .map(CostComponent::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(billed).isEqualByComparingTo(BigDecimal.valueOf(tokens.total()));
    assertThat(cost.status()).isEqualTo(CostStatus.PRICED);
  }

  @Property
  void withoutContextTiersACallCostsWhatItsPartsCost(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts one,
      @ForAll("tokens") TokenCounts other,
      @ForAll("tier") String tier) {
    Rates flat = withoutContextTiers(rates);
    BigDecimal parts = cost(flat, one, tier, 1).usd().add(cost(flat, other, tier, 2).usd());
    assertThat(cost(flat, one.plus(other), tier, 3).usd()).isCloseTo(parts, DERIVED);
  }

  @Property
  void withinATierMoreTokensNeverCostLess(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("tokens") TokenCounts more,
      @ForAll("tier") String tier) {
    Rates flat = withoutContextTiers(rates);
    assertThat(cost(flat, tokens.plus(more), tier, 1).usd())
        .isGreaterThanOrEqualTo(cost(flat, tokens, tier, 1).usd());
  }

  @Property
  void theOrderOfTheVersionsDoesNotMatter(
      @ForAll("rates") Rates first, @ForAll("rates") Rates second, @ForAll Random random) {
    List<PriceVersion> versions = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      versions.add(version(first, "2026-04-0" + day, 2L * day));
      versions.add(version(second, "2026-04-0" + day, 2L * day + 1));
    }
    Optional<PriceVersion> expected = PriceBook.of(1, versions).find("", "p", "m", Prices.NOON);
    java.util.Collections.shuffle(versions, random);
    assertThat(PriceBook.of(1, versions).find("", "p", "m", Prices.NOON)).isEqualTo(expected);
    assertThat(expected).map(PriceVersion::bookVersion).contains(19L);
  }

  @Property
  void aModelThatIsNotListedIsUnpricedNotFree(@ForAll("tokens") TokenCounts tokens) {
    PriceBook book = PriceBook.of(1, List.of(version(free(), "2026-01-01", 1)));
    BillableUsage usage =
        new BillableUsage("", "p", "m2", Prices.NOON, tokens, Map.of(), 1, Serving.STANDARD);
    assertThat(CostCalculator.costOf(book, usage).status()).isEqualTo(CostStatus.UNPRICED);
  }

  /** What is listed is charged as listed; what is not stays between these. */
  @Property(tries = 300)
  void anUnlistedHourCostsNoLessThanFiveMinutesAndAnUnlistedReadNoMoreThanInput(
      @ForAll("rates") Rates rates, @ForAll("tier") String tier) {
    TokenCounts all = TokenCounts.inOrder(16, 0, 6, 6, 3, 2, 0, 0, 0, 1, 0, 2, 2);
    Map<String, CostComponent> lines =
        cost(withInputAndOutput(rates), all, tier, 1).components().stream()
            .collect(Collectors.toMap(CostComponent::component, line -> line));
    assertAtMost(lines.get("cacheWrite"), lines.get("cacheWrite1h"), lines.get("cacheWrite1h"));
    assertAtMost(lines.get("cacheRead"), lines.get("input"), lines.get("cacheRead"));
    assertAtMost(lines.get("cacheReadAudio"), lines.get("audioInput"), lines.get("cacheReadAudio"));
    assertAtMost(lines.get("cacheReadImage"), lines.get("imageInput"), lines.get("cacheReadImage"));
  }

  private static void assertAtMost(CostComponent less, CostComponent more, CostComponent unlisted) {
    if (unlisted.origin().rule() != PriceOrigin.Rule.OWN) {
      assertThat(less.unitPriceUsd()).isLessThanOrEqualTo(more.unitPriceUsd());
    }
  }

  @Property(tries = 300)
  void multipliersStackOnEveryTokenClassAndOnNothingElse(
      @ForAll("rates") Rates rates,
      @ForAll("tokens") TokenCounts tokens,
      @ForAll("factor") BigDecimal geo,
      @ForAll("factor") BigDecimal speed) {
    Rates listed =
        new Rates(
            rates.standard(),
            rates.serviceTiers(),
            Optional.of(BigDecimal.ONE),
            Map.of("pages", BigDecimal.TEN),
            new Multipliers(
                Map.of(
                    Multipliers.Trait.INFERENCE_GEO, Map.of("us", geo),
                    Multipliers.Trait.SPEED, Map.of("fast", speed))),
            List.of());
    Cost plain = served(listed, tokens, Serving.STANDARD);
    Cost multiplied = served(listed, tokens, new Serving("standard", "fast", "us"));
    BigDecimal fixed = new BigDecimal(11);
    BigDecimal expected = plain.usd().subtract(fixed).multiply(geo).multiply(speed).add(fixed);
    assertThat(multiplied.usd()).isCloseTo(expected, within(new BigDecimal("1e-50")));
    assertThat(multiplied.status()).isEqualTo(plain.status());
    Cost unknown = served(listed, tokens, new Serving("standard", "turbo", "us"));
    boolean free = plain.usd().compareTo(fixed) == 0;
    assertThat(unknown.missing().contains("speed turbo")).isEqualTo(!free);
  }

  @Provide
  Arbitrary<BigDecimal> factor() {
    return Arbitraries.bigDecimals().between(new BigDecimal("0.01"), BigDecimal.TEN).ofScale(2);
  }

  private static Cost served(Rates rates, TokenCounts tokens, Serving serving) {
    return CostCalculator.costAt(
        rates,
        new BillableUsage(
            "", "p", "m", Prices.NOON, tokens, Map.of("pages", BigDecimal.ONE), 1, serving));
  }

  @Property
  void ratesSurviveTheirJson(@ForAll("rates") Rates rates) {
    PriceBook book = PriceBook.of(3, List.of(version(withInputAndOutput(rates), "2026-01-01", 1)));
    assertThat(PriceBookJson.decode(PriceBookJson.encode(book)).versions())
        .isEqualTo(book.versions());
  }

  @Provide
  Arbitrary<String> tier() {
    return Arbitraries.of("standard", "batch", "flex", "priority", "other");
  }

  @Provide
  Arbitrary<TokenCounts> tokens() {
    Arbitrary<Long> part = Arbitraries.longs().between(0, 300_000);
    return part.array(long[].class)
        .ofSize(9)
        .map(
            p ->
                TokenCounts.inOrder(
                    p[0] + p[2] + p[3] + p[4] + p[5],
                    p[1] + p[6] + p[7],
                    p[2],
                    p[3] + p[4],
                    p[4],
                    p[5],
                    p[6],
                    p[7],
                    p[8]));
  }

  @Provide
  Arbitrary<Rates> rates() {
    Arbitrary<Map<ServiceTier, RateCard>> tiers =
        Arbitraries.maps(
            Arbitraries.of(ServiceTier.BATCH, ServiceTier.FLEX, ServiceTier.PRIORITY), card());
    return Combinators.combine(card(), tiers, price().optional())
        .as((card, serviceTiers, fee) -> new Rates(card, serviceTiers, fee, Map.of()));
  }

  private static Arbitrary<RateCard> card() {
    Arbitrary<ContextTier> contextTier =
        Combinators.combine(
                Arbitraries.of(1_000L, 128_000L, 200_000L),
                Arbitraries.of(true, false),
                prices().filter(prices -> !prices.isEmpty()))
            .as(ContextTier::new);
    return Combinators.combine(
            prices(), contextTier.list().ofMaxSize(3).uniqueElements(ContextTier::above))
        .as(RateCard::new);
  }

  private static Arbitrary<Map<PriceComponent, BigDecimal>> prices() {
    return Arbitraries.maps(Arbitraries.of(CLASSES), price());
  }

  private static Arbitrary<BigDecimal> price() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(200)).ofScale(7);
  }

  private static Cost cost(Rates rates, TokenCounts tokens, String tier, long requests) {
    PriceBook book = PriceBook.of(1, List.of(version(rates, "2026-01-01", 1)));
    return CostCalculator.costOf(
        book,
        new BillableUsage("", "p", "m", Prices.NOON, tokens, Map.of(), requests, Serving.of(tier)));
  }

  private static PriceVersion version(Rates rates, String day, long bookVersion) {
    java.time.Instant from = java.time.Instant.parse(day + "T00:00:00Z");
    return new PriceVersion(
        day + "#" + bookVersion, bookVersion, "", "p", "m", from, from, "test", Optional.of(rates));
  }

  private static Rates free() {
    return Rates.ofTokens(new RateCard(Map.of(PriceComponent.INPUT, BigDecimal.ZERO), List.of()));
  }

  private static Rates withInputAndOutput(Rates rates) {
    EnumMap<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    prices.put(PriceComponent.INPUT, BigDecimal.ONE);
    prices.put(PriceComponent.OUTPUT, BigDecimal.TEN);
    prices.putAll(rates.standard().prices());
    RateCard card = new RateCard(prices, rates.standard().contextTiers());
    return new Rates(card, rates.serviceTiers(), rates.perRequest(), rates.units());
  }

  private static Rates withoutContextTiers(Rates rates) {
    EnumMap<ServiceTier, RateCard> tiers = new EnumMap<>(ServiceTier.class);
    rates
        .serviceTiers()
        .forEach((tier, card) -> tiers.put(tier, new RateCard(card.prices(), List.of())));
    RateCard standard = new RateCard(rates.standard().prices(), List.of());
    return new Rates(standard, tiers, rates.perRequest(), rates.units());
  }
}

package io.tokenledger.pricing.check;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a listed price can be what a model costs. The rules are made of the public lists: each
 * catches mistakes that stand in them, and none a price that is asked. Pure.
 */
public final class PriceCheck {

  private PriceCheck() {}

  /** What is wrong with a price as a whole; empty when it may be believed. */
  public static Optional<Flaw> flawOf(PriceVersion version, SoldAs soldAs) {
    Rates rates = version.rates().orElseThrow();
    return Bounds.flawOf(rates, soldAs)
        .or(() -> Proportions.flawOf(rates, soldAs))
        .or(
            () ->
                cards(rates)
                    .flatMap(card -> maps(card).stream())
                    .flatMap(PriceCheck::contradiction)
                    .findFirst())
        .or(() -> gift(version, rates));
  }

  /** The service tiers that cannot be, by what is wrong with them; the other prices may be true. */
  public static Map<ServiceTier, Flaw> flawsOfTiers(Rates rates) {
    Map<ServiceTier, Flaw> flaws = new EnumMap<>(ServiceTier.class);
    rates
        .serviceTiers()
        .forEach(
            (tier, card) ->
                Proportions.flawOf(tier, card, rates.standard())
                    .ifPresent(flaw -> flaws.put(tier, flaw)));
    return flaws;
  }

  /** Every card that a call may be charged by. */
  static Stream<RateCard> cards(Rates rates) {
    return Stream.of(
            Stream.of(rates.standard()),
            rates.serviceTiers().values().stream(),
            rates.windows().stream().map(PriceWindow::card))
        .flatMap(each -> each);
  }

  /** The prices of a card and of each of its context tiers. */
  static List<Map<PriceComponent, BigDecimal>> maps(RateCard card) {
    List<Map<PriceComponent, BigDecimal>> maps = new ArrayList<>();
    maps.add(card.prices());
    card.contextTiers().stream().map(ContextTier::prices).forEach(maps::add);
    return maps;
  }

  private static Stream<Flaw> contradiction(Map<PriceComponent, BigDecimal> prices) {
    return Stream.of(
            notAbove(prices, PriceComponent.CACHE_READ, PriceComponent.INPUT),
            notAbove(prices, PriceComponent.CACHE_READ_AUDIO, PriceComponent.AUDIO_INPUT),
            notAbove(prices, PriceComponent.CACHE_READ_IMAGE, PriceComponent.IMAGE_INPUT),
            notAbove(prices, PriceComponent.CACHE_WRITE, PriceComponent.CACHE_WRITE_1H))
        .flatMap(Optional::stream);
  }

  private static Optional<Flaw> notAbove(
      Map<PriceComponent, BigDecimal> prices, PriceComponent lower, PriceComponent upper) {
    BigDecimal low = prices.get(lower);
    BigDecimal high = prices.get(upper);
    boolean isFine = low == null || high == null || low.compareTo(high) <= 0;
    return isFine
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "contradiction",
                "%s is %s and %s is %s USD per million tokens; it cannot cost less"
                    .formatted(
                        lower.code(), low.toPlainString(), upper.code(), high.toPlainString())));
  }

  private static Optional<Flaw> gift(PriceVersion version, Rates rates) {
    boolean costs =
        Stream.of(
                cards(rates)
                    .flatMap(card -> maps(card).stream())
                    .flatMap(map -> map.values().stream()),
                rates.units().values().stream(),
                rates.perRequest().stream())
            .flatMap(each -> each)
            .anyMatch(price -> price.signum() > 0);
    return costs || Given.away(version.provider(), version.modelName())
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "not_free", "every price is 0, and nothing says that the model is given away"));
  }
}

package io.tokenledger.pricing.check;

import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PricedUnits;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What nothing on sale exceeds. A price above is mostly one of 1,000 or 100,000 tokens. */
final class Bounds {

  /** USD per million tokens. The dearest are o1-pro with 150, and audio with 110. */
  private static final BigDecimal INPUT = new BigDecimal(250);

  /** The dearest is o1-pro with 600. */
  private static final BigDecimal OUTPUT = new BigDecimal(650);

  /** The dearest embeds images, for 0.80. */
  private static final BigDecimal EMBEDDING = BigDecimal.TEN;

  private static final Set<PriceComponent> OUTPUTS =
      Set.of(
          PriceComponent.OUTPUT,
          PriceComponent.REASONING,
          PriceComponent.AUDIO_OUTPUT,
          PriceComponent.IMAGE_OUTPUT);

  /** USD each; about ten times the dearest known. */
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          PricedUnits.IMAGES, new BigDecimal(6),
          PricedUnits.WEB_SEARCHES, BigDecimal.ONE,
          PricedUnits.REQUESTS, BigDecimal.ONE,
          PricedUnits.PAGES, BigDecimal.ONE,
          PricedUnits.AUDIO_SECONDS, BigDecimal.ONE,
          PricedUnits.CHARACTERS, new BigDecimal("0.002"));

  private static final BigDecimal OTHER_UNIT = BigDecimal.TEN;
  private static final BigDecimal MULTIPLIER = BigDecimal.TEN;

  private Bounds() {}

  static Optional<Flaw> flawOf(Rates rates, SoldAs soldAs) {
    Stream<Optional<Flaw>> tokens =
        PriceCheck.cards(rates)
            .flatMap(card -> PriceCheck.maps(card).stream())
            .flatMap(prices -> prices.entrySet().stream())
            .map(
                price ->
                    above(
                        price.getKey().code(),
                        price.getValue(),
                        bound(price.getKey(), soldAs),
                        "USD per million tokens"));
    Stream<Optional<Flaw>> units =
        rates.units().entrySet().stream()
            .map(
                unit ->
                    above(
                        "units." + unit.getKey(),
                        unit.getValue(),
                        UNITS.getOrDefault(unit.getKey(), OTHER_UNIT),
                        "USD each"));
    Stream<Optional<Flaw>> fee =
        rates.perRequest().stream()
            .map(price -> above("perRequest", price, BigDecimal.ONE, "USD each"));
    Stream<Optional<Flaw>> multipliers =
        rates.multipliers().byTrait().values().stream()
            .flatMap(factors -> factors.entrySet().stream())
            .map(
                factor ->
                    above(
                        "multiplier " + factor.getKey(),
                        factor.getValue(),
                        MULTIPLIER,
                        "times the price"));
    return Stream.of(tokens, units, fee, multipliers)
        .flatMap(each -> each)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static BigDecimal bound(PriceComponent component, SoldAs soldAs) {
    if (soldAs == SoldAs.EMBEDDING) {
      return EMBEDDING;
    }
    return OUTPUTS.contains(component) ? OUTPUT : INPUT;
  }

  private static Optional<Flaw> above(
      String what, BigDecimal price, BigDecimal bound, String unit) {
    return price.compareTo(bound) <= 0
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "above_bound",
                "%s is %s %s; nothing on sale is above %s"
                    .formatted(what, price.toPlainString(), unit, bound.toPlainString())));
  }
}

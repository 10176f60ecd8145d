package io.tokenledger.pricing.check;

import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How far prices of one model may be apart. */
final class Proportions {

  /** Between text in and text out; true ones go up to 18 one way and 16 the other. */
  private static final BigDecimal SIDES = new BigDecimal(25);

  /** What batch and flex cost at least of the standard price; all known cost half of it. */
  private static final BigDecimal LEAST_DISCOUNTED = new BigDecimal("0.25");

  /** What priority costs at most, in times of the standard price; the dearest known is 2.5. */
  private static final BigDecimal MOST_PRIORITY = new BigDecimal(5);

  private Proportions() {}

  /** Text in and text out. */
  static Optional<Flaw> flawOf(Rates rates, SoldAs soldAs) {
    BigDecimal input = rates.standard().prices().get(PriceComponent.INPUT);
    BigDecimal output = rates.standard().prices().get(PriceComponent.OUTPUT);
    if (soldAs != SoldAs.TEXT || input == null || output == null) {
      return Optional.empty();
    }
    boolean oneIsFree = input.signum() != output.signum() && rates.perRequest().isEmpty();
    boolean apart =
        input.signum() * output.signum() > 0
            && (isBeyond(output, input, SIDES) || isBeyond(input, output, SIDES));
    return oneIsFree || apart
        ? Optional.of(
            new Flaw(
                "out_of_proportion",
                "input is %s and output %s USD per million tokens; of text, neither is free or more than %s times the other"
                    .formatted(input.toPlainString(), output.toPlainString(), SIDES)))
        : Optional.empty();
  }

  /** A service tier beside the standard one. */
  static Optional<Flaw> flawOf(ServiceTier tier, RateCard card, RateCard standard) {
    return Stream.concat(
            flaws(tier, card.prices(), standard.prices()),
            card.contextTiers().stream()
                .flatMap(each -> flaws(tier, each.prices(), pricesAbove(each.above(), standard))))
        .findFirst();
  }

  private static Map<PriceComponent, BigDecimal> pricesAbove(long above, RateCard card) {
    return card.contextTiers().stream()
        .filter(tier -> tier.above() == above)
        .map(ContextTier::prices)
        .findFirst()
        .orElse(Map.of());
  }

  private static Stream<Flaw> flaws(
      ServiceTier tier,
      Map<PriceComponent, BigDecimal> prices,
      Map<PriceComponent, BigDecimal> standard) {
    return prices.entrySet().stream()
        .filter(price -> standard.containsKey(price.getKey()))
        .filter(price -> isOut(tier, price.getValue(), standard.get(price.getKey())))
        .map(
            price ->
                new Flaw(
                    "service_tier",
                    "%s of %s is %s and of standard %s USD per million tokens"
                        .formatted(
                            price.getKey().code(),
                            tier.code(),
                            price.getValue().toPlainString(),
                            standard.get(price.getKey()).toPlainString())));
  }

  private static boolean isOut(ServiceTier tier, BigDecimal price, BigDecimal standard) {
    return tier == ServiceTier.PRIORITY
        ? price.compareTo(standard) < 0 || isBeyond(price, standard, MOST_PRIORITY)
        : price.compareTo(standard) > 0 || price.compareTo(standard.multiply(LEAST_DISCOUNTED)) < 0;
  }

  private static boolean isBeyond(BigDecimal price, BigDecimal other, BigDecimal factor) {
    return price.compareTo(other.multiply(factor)) > 0;
  }
}

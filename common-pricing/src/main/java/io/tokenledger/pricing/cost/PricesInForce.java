package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.ContextTier;
import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.RateCard;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.ServiceTier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The token prices that hold for one call, of its service tier and context size.
 *
 * <p>The call's service tier is asked first, the standard tier after it (at half for batch). Within
 * a tier, a class takes the price of the context tier; a class that the context tier does not list
 * keeps the price of its own; a class without any takes its parent's, by the same rule. A service
 * tier that lists nothing for the context tier the call is in is not asked: its ordinary prices
 * hold below the threshold only.
 */
final class PricesInForce {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Optional<Layer> ofServiceTier;
  private final Layer ofStandard;

  private PricesInForce(Optional<Layer> ofServiceTier, Layer ofStandard) {
    this.ofServiceTier = ofServiceTier;
    this.ofStandard = ofStandard;
  }

  static PricesInForce of(Rates rates, ServiceTier serviceTier, long inputTokens) {
    Layer standard = Layer.of(rates.standard(), inputTokens);
    Optional<Layer> own =
        Optional.ofNullable(rates.serviceTiers().get(serviceTier))
            .map(card -> Layer.of(card, inputTokens))
            .filter(layer -> layer.threshold() >= standard.threshold());
    boolean halved = serviceTier == ServiceTier.BATCH;
    return new PricesInForce(own, halved ? standard.times(HALF) : standard);
  }

  Optional<ClassPrice> priceOf(PriceComponent component) {
    Optional<ClassPrice> own = ofServiceTier.flatMap(layer -> layer.priceOf(component));
    return own.isPresent() ? own : ofStandard.priceOf(component);
  }

  /** A price and the class that lists it: the one asked for, or one it falls back to. */
  record ClassPrice(PriceComponent listedFor, BigDecimal usdPerMillion) {}

  private record Layer(RateCard card, Optional<ContextTier> contextTier, BigDecimal factor) {

    private static final long NO_THRESHOLD = -1;

    static Layer of(RateCard card, long inputTokens) {
      return new Layer(card, card.tierFor(inputTokens), BigDecimal.ONE);
    }

    Layer times(BigDecimal other) {
      return new Layer(card, contextTier, other);
    }

    long threshold() {
      return contextTier.isPresent() ? contextTier.get().above() : NO_THRESHOLD;
    }

    Optional<ClassPrice> priceOf(PriceComponent component) {
      BigDecimal own = ownPrice(component);
      return own == null
          ? component.parent().flatMap(this::priceOf)
          : Optional.of(new ClassPrice(component, own.multiply(factor)));
    }

    private BigDecimal ownPrice(PriceComponent component) {
      BigDecimal tierPrice =
          contextTier.isPresent() ? contextTier.get().prices().get(component) : null;
      return tierPrice == null ? card.prices().get(component) : tierPrice;
    }
  }
}

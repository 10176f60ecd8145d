package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The token prices that hold for one call, of its service tier, its hour and its context size.
 *
 * <p>The cards are asked in an order: that of the call's service tier, that of the window the call
 * was made in, the standard card; of each, the context tier that the call is in before the card
 * itself. Batch without prices of its own is half of what follows. A card that lists nothing for
 * the context tier the call is in is not asked: its prices hold below the threshold only.
 *
 * <p>The first card that lists the class, or one that it scales with, decides. If it lists only the
 * latter, the class costs as many times that as it does on a later card; if none tells, what its
 * parent costs. So found, an hour in the cache never costs less than five minutes, and what is read
 * from the cache never more than the same uncached.
 */
final class PricesInForce {

  private static final String STANDARD = ServiceTier.STANDARD.code();
  private static final String WINDOW = "window";
  private static final long NO_THRESHOLD = -1;

  private final List<CardInForce> cards = new ArrayList<>(4);

  private PricesInForce() {}

  static PricesInForce of(Rates rates, BillableUsage usage) {
    PricesInForce prices = new PricesInForce();
    long input = usage.tokens().input();
    long calls = Math.max(1, usage.requestCount());
    ServiceTier serviceTier = ServiceTier.ofCode(usage.serving().serviceTier());
    boolean halved = serviceTier == ServiceTier.BATCH;
    Optional<ContextTier> context = rates.standard().tierFor(input, calls);
    long threshold = threshold(context);

    RateCard own = rates.serviceTiers().get(serviceTier);
    if (own != null) {
      prices.add(serviceTier.code(), own, own.tierFor(input, calls), threshold, false);
    }
    for (PriceWindow window : rates.windows()) {
      if (window.covers(usage.occurredAt())) {
        RateCard card = window.card();
        prices.add(WINDOW, card, card.tierFor(input, calls), threshold, halved);
      }
    }
    prices.add(STANDARD, rates.standard(), context, threshold, halved);
    return prices;
  }

  /** Whether the class has a price that is not its parent's. */
  boolean tells(PriceComponent component) {
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i).lists(component)) {
        return true;
      }
      if (cards.get(i).listsScaleOf(component)) {
        return derived(component, i).isPresent();
      }
    }
    return false;
  }

  Optional<TokenPrice> priceOf(PriceComponent component) {
    for (int i = 0; i < cards.size(); i++) {
      CardInForce card = cards.get(i);
      BigDecimal listed = card.prices().get(component);
      if (listed != null) {
        return Optional.of(card.own(component, listed));
      }
      if (card.listsScaleOf(component)) {
        return Optional.of(bounded(component, notListed(component, i)));
      }
    }
    return Optional.empty();
  }

  private void add(
      String name,
      RateCard card,
      Optional<ContextTier> context,
      long standardThreshold,
      boolean halved) {
    if (threshold(context) >= standardThreshold) {
      CardInForce.addTo(cards, name, card, context, halved);
    }
  }

  /** In relation to another class that the card {@code from} lists, or at its parent's price. */
  private TokenPrice notListed(PriceComponent component, int from) {
    return derived(component, from)
        .or(() -> fallenBack(component.parent().orElseThrow()))
        .orElseThrow();
  }

  private Optional<TokenPrice> derived(PriceComponent component, int from) {
    CardInForce card = cards.get(from);
    for (PriceComponent scale : component.scales()) {
      for (int i = from + 1; card.lists(scale) && i < cards.size(); i++) {
        Optional<TokenPrice> derived = card.derived(component, scale, cards.get(i));
        if (derived.isPresent()) {
          return derived;
        }
      }
    }
    return Optional.empty();
  }

  private TokenPrice bounded(PriceComponent component, TokenPrice price) {
    if (component == PriceComponent.CACHE_WRITE_1H) {
      return fallenBack(PriceComponent.CACHE_WRITE)
          .filter(least -> least.exceeds(price))
          .orElse(price);
    }
    if (component.isCacheRead()) {
      return fallenBack(component.uncached()).filter(price::exceeds).orElse(price);
    }
    return price;
  }

  private Optional<TokenPrice> fallenBack(PriceComponent to) {
    return priceOf(to)
        .map(
            price ->
                new TokenPrice(price.dividend(), price.divisor(), price.origin().fallenBackTo(to)));
  }

  private static long threshold(Optional<ContextTier> tier) {
    return tier.isPresent() ? tier.get().above() : NO_THRESHOLD;
  }
}

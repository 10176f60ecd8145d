package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.TreeMap;

/**
 * One entry of LiteLLM's list. Its prices are USD per token; ours per one million tokens. What is
 * not read, and why, is in docs/pricing.md.
 */
final class LiteLlmEntry {

  private static final String INCLUSIVE_THRESHOLDS = "xai";

  private final String provider;
  private final JsonNode entry;
  private final Map<ServiceTier, CardParts> cards = new EnumMap<>(ServiceTier.class);

  private LiteLlmEntry(String provider, JsonNode entry) {
    this.provider = provider;
    this.entry = entry;
  }

  /** Empty when the entry lists no price we can charge, so that the model stays unpriced. */
  static Optional<Rates> ratesOf(String provider, JsonNode entry) {
    LiteLlmEntry reader = new LiteLlmEntry(provider, entry);
    Rates rates = reader.rates();
    boolean misleading = isFree(rates) && LiteLlmFields.hasPriceBeyond(entry);
    return rates.isEmpty() || misleading ? Optional.empty() : Optional.of(rates);
  }

  private Rates rates() {
    LiteLlmFields.tokenPrices(entry).forEach(this::add);
    addOtherNames();
    addRanges();
    RateCard standard = card(ServiceTier.STANDARD);
    Map<ServiceTier, RateCard> serviceTiers = new EnumMap<>(ServiceTier.class);
    for (ServiceTier tier : cards.keySet()) {
      if (tier != ServiceTier.STANDARD) {
        serviceTiers.put(tier, card(tier));
      }
    }
    return new Rates(
        standard,
        serviceTiers,
        LiteLlmFields.price(entry, "input_cost_per_request"),
        LiteLlmUnits.of(entry),
        new Multipliers(LiteLlmServing.multipliers(entry)),
        LiteLlmServing.windows(entry, standard));
  }

  private void add(LiteLlmFields.TokenPrice price) {
    parts(price.serviceTier()).pricesAbove(price.above()).put(price.component(), price.usd());
  }

  /**
   * Prices of token classes under other names: DeepSeek's cache reads; cached audio of realtime
   * models, whose writes nobody charges; and what is too little for an image and is the price of
   * one of its tokens.
   */
  private void addOtherNames() {
    addAs(PriceComponent.CACHE_READ, "input_cost_per_token_cache_hit");
    addAs(PriceComponent.CACHE_READ_AUDIO, "cache_creation_input_audio_token_cost");
    if (LiteLlmUnits.isPerToken(entry, LiteLlmUnits.IMAGE_IN)) {
      addAs(PriceComponent.IMAGE_INPUT, LiteLlmUnits.IMAGE_IN);
    }
    if (LiteLlmUnits.isPerToken(entry, LiteLlmUnits.IMAGE_OUT)) {
      addAs(PriceComponent.IMAGE_OUTPUT, LiteLlmUnits.IMAGE_OUT);
    }
  }

  private void addAs(PriceComponent component, String field) {
    LiteLlmFields.perMillion(entry, field)
        .ifPresent(
            price -> parts(ServiceTier.STANDARD).pricesAbove(0).putIfAbsent(component, price));
  }

  /** {@code tiered_pricing}: start &lt; input ≤ end; the first range is the base. */
  private void addRanges() {
    for (JsonNode range : entry.path("tiered_pricing")) {
      JsonNode start = range.path("range").path(0);
      if (start.isNumber()) {
        Map<PriceComponent, BigDecimal> prices =
            parts(ServiceTier.STANDARD).pricesAbove(start.longValue());
        LiteLlmFields.tokenPrices(range)
            .forEach(price -> prices.put(price.component(), price.usd()));
      }
    }
  }

  private CardParts parts(ServiceTier tier) {
    return cards.computeIfAbsent(tier, unused -> new CardParts(new TreeMap<>()));
  }

  private RateCard card(ServiceTier tier) {
    return parts(tier).toCard(provider.equals(INCLUSIVE_THRESHOLDS));
  }

  private static boolean isFree(Rates rates) {
    return rates.standard().prices().values().stream().allMatch(price -> price.signum() == 0)
        && rates.units().values().stream().allMatch(price -> price.signum() == 0)
        && rates.perRequest().isEmpty();
  }

  /** Own prices by threshold; 0 is the card itself. */
  private record CardParts(TreeMap<Long, Map<PriceComponent, BigDecimal>> byThreshold) {

    Map<PriceComponent, BigDecimal> pricesAbove(long threshold) {
      return byThreshold.computeIfAbsent(threshold, unused -> new EnumMap<>(PriceComponent.class));
    }

    RateCard toCard(boolean inclusive) {
      byThreshold.values().forEach(CardParts::dropSurcharges);
      byThreshold.values().removeIf(Map::isEmpty);
      List<ContextTier> tiers = new ArrayList<>();
      byThreshold
          .tailMap(1L)
          .forEach((above, prices) -> tiers.add(new ContextTier(above, inclusive, prices)));
      return new RateCard(byThreshold.getOrDefault(0L, Map.of()), tiers);
    }

    /**
     * A write into the cache below the input is no price of writing: Gemini's is the storage for a
     * while, Azure's a cache read. The tokens that are written are input all the same. A price of 0
     * is one that somebody meant.
     */
    private static void dropSurcharges(Map<PriceComponent, BigDecimal> prices) {
      BigDecimal write = prices.get(PriceComponent.CACHE_WRITE);
      BigDecimal input = prices.get(PriceComponent.INPUT);
      boolean isKnown = write != null && input != null && write.signum() > 0;
      if (isKnown && write.compareTo(input) < 0) {
        prices.remove(PriceComponent.CACHE_WRITE);
      }
    }
  }
}

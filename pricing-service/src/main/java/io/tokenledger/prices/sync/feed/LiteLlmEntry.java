package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.pricing.ContextTier;
import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.PricedUnits;
import io.tokenledger.pricing.RateCard;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One entry of LiteLLM's list. Its prices are USD per token; ours per one million tokens. Prices
 * that no usage event can be charged with (per pixel, per video second, per DBU, image tokens) are
 * left out.
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
    addCacheHitPrice();
    addRanges();
    RateCard standard = card(ServiceTier.STANDARD);
    Map<ServiceTier, RateCard> serviceTiers = new EnumMap<>(ServiceTier.class);
    for (ServiceTier tier : cards.keySet()) {
      if (tier != ServiceTier.STANDARD) {
        serviceTiers.put(tier, card(tier));
      }
    }
    return new Rates(
        standard, serviceTiers, LiteLlmFields.price(entry, "input_cost_per_request"), units());
  }

  private void add(LiteLlmFields.TokenPrice price) {
    parts(price.serviceTier()).pricesAbove(price.above()).put(price.component(), price.usd());
  }

  /** DeepSeek's older name for the price of a cache read. */
  private void addCacheHitPrice() {
    Map<PriceComponent, BigDecimal> base = parts(ServiceTier.STANDARD).pricesAbove(0);
    LiteLlmFields.perMillion(entry, "input_cost_per_token_cache_hit")
        .ifPresent(price -> base.putIfAbsent(PriceComponent.CACHE_READ, price));
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

  private Map<String, BigDecimal> units() {
    Map<String, BigDecimal> units = new TreeMap<>();
    first("output_cost_per_image", "input_cost_per_image")
        .ifPresent(price -> units.put(PricedUnits.IMAGES, price));
    first("input_cost_per_character", "output_cost_per_character")
        .ifPresent(price -> units.put(PricedUnits.CHARACTERS, price));
    first("ocr_cost_per_page").ifPresent(price -> units.put(PricedUnits.PAGES, price));
    first("input_cost_per_query").ifPresent(price -> units.put(PricedUnits.REQUESTS, price));
    // The list's own default where the caller does not choose how much context a search brings.
    LiteLlmFields.price(entry.path("search_context_cost_per_query"), "search_context_size_medium")
        .ifPresent(price -> units.put(PricedUnits.WEB_SEARCHES, price));
    audioSecond().ifPresent(price -> units.put(PricedUnits.AUDIO_SECONDS, price));
    return units;
  }

  /**
   * The list repeats the price of a second as one of input and one of output: it is charged once.
   * Seconds of other modes are those of a hosted machine or of a video.
   */
  private Optional<BigDecimal> audioSecond() {
    if (entry.path("mode").asText("").startsWith("audio_")) {
      Optional<BigDecimal> input = first("input_cost_per_second");
      Optional<BigDecimal> output = first("output_cost_per_second");
      return input.isPresent() && output.isPresent()
          ? Optional.of(input.get().max(output.get()))
          : input.or(() -> output);
    }
    return first("input_cost_per_audio_per_second");
  }

  private Optional<BigDecimal> first(String... fields) {
    for (String field : fields) {
      Optional<BigDecimal> price = LiteLlmFields.price(entry, field);
      if (price.isPresent()) {
        return price;
      }
    }
    return Optional.empty();
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
      List<ContextTier> tiers = new ArrayList<>();
      byThreshold
          .tailMap(1L)
          .forEach((above, prices) -> tiers.add(new ContextTier(above, inclusive, prices)));
      return new RateCard(byThreshold.getOrDefault(0L, Map.of()), tiers);
    }
  }
}

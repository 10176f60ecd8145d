package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.ContextTier;
import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.PricedUnits;
import io.tokenledger.pricing.RateCard;
import io.tokenledger.pricing.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The {@code pricing} of a model of OpenRouter: USD per token as decimal text; {@code request} per
 * request, {@code web_search} per search. A negative prompt or completion price is how a router
 * says that it depends on the model it picks.
 *
 * <p>Left out, as no usage event can be charged with it: {@code image}, which is the input tokens
 * of an image and listed at the prompt's price; {@code image_output} (tokens of images drawn) and
 * {@code input_audio_cache}. {@code discount} is not applied: the list does not say whether its
 * prices hold it already.
 */
final class OpenRouterPricing {

  private static final Map<String, PriceComponent> CLASSES =
      Map.of(
          "prompt", PriceComponent.INPUT,
          "completion", PriceComponent.OUTPUT,
          "input_cache_read", PriceComponent.CACHE_READ,
          "input_cache_write", PriceComponent.CACHE_WRITE,
          "input_cache_write_1h", PriceComponent.CACHE_WRITE_1H,
          "audio", PriceComponent.AUDIO_INPUT,
          "audio_output", PriceComponent.AUDIO_OUTPUT,
          "internal_reasoning", PriceComponent.REASONING);

  private static final BigDecimal UNKNOWN = BigDecimal.ONE.negate();

  private static final Set<String> LEFT_OUT = Set.of("image", "image_output", "input_audio_cache");

  private static final String REQUEST = "request";
  private static final String WEB_SEARCH = "web_search";

  /** An override holds when all its conditions do; the others are hours of the day. */
  private static final String THRESHOLD = "min_prompt_tokens";

  private static final Set<String> OTHER_CONDITIONS = Set.of("utc_start", "utc_end");
  private static final int MILLION_DIGITS = 6;

  private final JsonNode pricing;

  private OpenRouterPricing(JsonNode pricing) {
    this.pricing = pricing;
  }

  /** Rates, or why there are none. */
  record Outcome(Optional<Rates> rates, Optional<SkipReason> skip) {

    static Outcome skipped(SkipReason reason) {
      return new Outcome(Optional.empty(), Optional.of(reason));
    }
  }

  static Outcome read(JsonNode pricing) {
    if (isUnknown(pricing.path("prompt")) || isUnknown(pricing.path("completion"))) {
      return Outcome.skipped(SkipReason.NO_PRICE);
    }
    try {
      Rates rates = new OpenRouterPricing(pricing).rates();
      return isFree(rates) && costsOtherwise(pricing)
          ? Outcome.skipped(SkipReason.NO_PRICE)
          : new Outcome(Optional.of(rates), Optional.empty());
    } catch (ImplausiblePriceException e) {
      return Outcome.skipped(SkipReason.IMPLAUSIBLE_PRICE);
    }
  }

  private static boolean isUnknown(JsonNode price) {
    boolean isAbsent = price.isMissingNode() || price.isNull();
    return isAbsent
        || ListedPrice.number(price).filter(number -> number.compareTo(UNKNOWN) == 0).isPresent();
  }

  private static boolean isFree(Rates rates) {
    return rates.perRequest().isEmpty()
        && rates.standard().prices().values().stream().allMatch(price -> price.signum() == 0);
  }

  private static boolean costsOtherwise(JsonNode pricing) {
    return LEFT_OUT.stream()
        .flatMap(field -> ListedPrice.number(pricing.path(field)).stream())
        .anyMatch(price -> price.signum() > 0);
  }

  private Rates rates() {
    RateCard card = new RateCard(tokenPrices(pricing), contextTiers());
    Map<String, BigDecimal> units = new TreeMap<>();
    price(pricing, WEB_SEARCH, 0).ifPresent(price -> units.put(PricedUnits.WEB_SEARCHES, price));
    Optional<BigDecimal> fee = price(pricing, REQUEST, 0).filter(price -> price.signum() > 0);
    return new Rates(card, Map.of(), fee, units);
  }

  /** A higher tier inherits what it does not list from the tiers below it. */
  private List<ContextTier> contextTiers() {
    TreeMap<Long, Map<PriceComponent, BigDecimal>> byThreshold = new TreeMap<>();
    for (JsonNode override : pricing.path("overrides")) {
      if (OTHER_CONDITIONS.stream().noneMatch(override::hasNonNull)) {
        byThreshold
            .computeIfAbsent(threshold(override), unused -> new EnumMap<>(PriceComponent.class))
            .putAll(tokenPrices(override));
      }
    }
    List<ContextTier> tiers = new ArrayList<>();
    Map<PriceComponent, BigDecimal> inherited = new EnumMap<>(PriceComponent.class);
    byThreshold.forEach(
        (threshold, prices) -> {
          inherited.putAll(prices);
          tiers.add(new ContextTier(threshold, true, inherited));
        });
    return tiers;
  }

  /** An override without a condition we know would hold always, or never: not to be guessed. */
  private static long threshold(JsonNode override) {
    JsonNode tokens = override.path(THRESHOLD);
    if (!tokens.isIntegralNumber() || !tokens.canConvertToLong() || tokens.longValue() < 0) {
      throw new ImplausiblePriceException();
    }
    return tokens.longValue();
  }

  private static Map<PriceComponent, BigDecimal> tokenPrices(JsonNode json) {
    Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    CLASSES.forEach(
        (field, component) ->
            price(json, field, MILLION_DIGITS).ifPresent(price -> prices.put(component, price)));
    return prices;
  }

  private static Optional<BigDecimal> price(JsonNode json, String field, int digits) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    BigDecimal price =
        ListedPrice.number(value)
            .map(number -> number.movePointRight(digits))
            .orElseThrow(ImplausiblePriceException::new);
    if (!ListedPrice.isPlausible(price)) {
      throw new ImplausiblePriceException();
    }
    return Optional.of(price);
  }

  private static final class ImplausiblePriceException extends RuntimeException {}
}

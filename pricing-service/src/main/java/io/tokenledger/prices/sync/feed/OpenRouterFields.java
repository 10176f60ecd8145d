package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.pricing.rates.PriceComponent;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The prices of one {@code pricing} of OpenRouter, USD per token as decimal text; ours are per one
 * million tokens. All of them are multiplied by 1 − {@code discount}.
 *
 * <p>{@code image} and {@code image_output} are of a token, whatever the reference says: the list
 * has the prompt's price for the one and 30 to 120 USD per million for the other.
 */
record OpenRouterFields(BigDecimal charged) {

  private static final Map<String, PriceComponent> CLASSES =
      Map.ofEntries(
          Map.entry("prompt", PriceComponent.INPUT),
          Map.entry("completion", PriceComponent.OUTPUT),
          Map.entry("input_cache_read", PriceComponent.CACHE_READ),
          Map.entry("input_cache_write", PriceComponent.CACHE_WRITE),
          Map.entry("input_cache_write_1h", PriceComponent.CACHE_WRITE_1H),
          Map.entry("audio", PriceComponent.AUDIO_INPUT),
          Map.entry("audio_output", PriceComponent.AUDIO_OUTPUT),
          Map.entry("input_audio_cache", PriceComponent.CACHE_READ_AUDIO),
          Map.entry("image", PriceComponent.IMAGE_INPUT),
          Map.entry("image_output", PriceComponent.IMAGE_OUTPUT),
          Map.entry("internal_reasoning", PriceComponent.REASONING));

  private static final String DISCOUNT = "discount";
  private static final int MILLION_DIGITS = 6;

  /**
   * @throws ImplausiblePriceException when the discount is no share of a price
   */
  static OpenRouterFields of(JsonNode pricing) {
    JsonNode discount = pricing.path(DISCOUNT);
    if (isAbsent(discount)) {
      return new OpenRouterFields(BigDecimal.ONE);
    }
    return ListedPrice.number(discount)
        .filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) < 0)
        .map(share -> new OpenRouterFields(BigDecimal.ONE.subtract(share)))
        .orElseThrow(ImplausiblePriceException::new);
  }

  static boolean isTokenPrice(String field) {
    return CLASSES.containsKey(field);
  }

  static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  /** USD per million tokens. */
  Map<PriceComponent, BigDecimal> tokenPrices(JsonNode json) {
    Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    CLASSES.forEach(
        (field, component) ->
            price(json, field, MILLION_DIGITS).ifPresent(price -> prices.put(component, price)));
    return prices;
  }

  /** USD each. */
  Optional<BigDecimal> price(JsonNode json, String field) {
    return price(json, field, 0);
  }

  private Optional<BigDecimal> price(JsonNode json, String field, int digits) {
    JsonNode value = json.path(field);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    BigDecimal price =
        ListedPrice.number(value)
            .map(number -> number.movePointRight(digits).multiply(charged))
            .orElseThrow(ImplausiblePriceException::new);
    if (!ListedPrice.isPlausible(price)) {
      throw new ImplausiblePriceException();
    }
    return Optional.of(price);
  }

  /** Something of the model's pricing cannot be read, so that none of it is taken. */
  static final class ImplausiblePriceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

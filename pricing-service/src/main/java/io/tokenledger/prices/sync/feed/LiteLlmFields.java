package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field names of LiteLLM's list, such as {@code
 * cache_read_input_token_cost_above_272k_tokens_flex}: a token class, then the context threshold in
 * thousands, then the service tier. A negative, absurd or unreadable price is not a listed price.
 */
final class LiteLlmFields {

  private static final Map<String, PriceComponent> CLASSES =
      Map.ofEntries(
          Map.entry("input_cost_per_token", PriceComponent.INPUT),
          Map.entry("output_cost_per_token", PriceComponent.OUTPUT),
          Map.entry("cache_read_input_token_cost", PriceComponent.CACHE_READ),
          Map.entry("cache_creation_input_token_cost", PriceComponent.CACHE_WRITE),
          Map.entry("cache_creation_input_token_cost_above_1hr", PriceComponent.CACHE_WRITE_1H),
          Map.entry("input_cost_per_audio_token", PriceComponent.AUDIO_INPUT),
          Map.entry("output_cost_per_audio_token", PriceComponent.AUDIO_OUTPUT),
          Map.entry("output_cost_per_reasoning_token", PriceComponent.REASONING),
          Map.entry("input_cost_per_image_token", PriceComponent.IMAGE_INPUT),
          Map.entry("output_cost_per_image_token", PriceComponent.IMAGE_OUTPUT),
          Map.entry("cache_read_input_audio_token_cost", PriceComponent.CACHE_READ_AUDIO),
          Map.entry("cache_read_input_image_token_cost", PriceComponent.CACHE_READ_IMAGE));

  private static final Map<String, ServiceTier> SERVICE_TIERS =
      Map.of(
          "batches", ServiceTier.BATCH,
          "flex", ServiceTier.FLEX,
          "priority", ServiceTier.PRIORITY);

  private static final Pattern TOKEN_PRICE =
      Pattern.compile(
          "(?<class>[a-z_]+?(?:_above_1hr)?)"
              + "(?:_above_(?<thousands>\\d{1,6})k_tokens)?"
              + "(?:_(?<tier>batches|flex|priority))?");

  private static final int MILLION_DIGITS = 6;

  private LiteLlmFields() {}

  /**
   * @param above context threshold in tokens; 0 is none
   * @param usd per one million tokens
   */
  record TokenPrice(
      PriceComponent component, ServiceTier serviceTier, long above, BigDecimal usd) {}

  static List<TokenPrice> tokenPrices(JsonNode entry) {
    List<TokenPrice> prices = new ArrayList<>();
    entry.fieldNames().forEachRemaining(name -> tokenPrice(entry, name).ifPresent(prices::add));
    return prices;
  }

  /** USD as listed: per request, per unit. */
  static Optional<BigDecimal> price(JsonNode entry, String field) {
    return amount(entry, field).filter(ListedPrice::isPlausible);
  }

  static Optional<BigDecimal> perMillion(JsonNode entry, String field) {
    return amount(entry, field)
        .map(price -> price.movePointRight(MILLION_DIGITS))
        .filter(ListedPrice::isPlausible);
  }

  /** Whether the entry costs something in a way that is not charged by tokens or by our units. */
  static boolean hasPriceBeyond(JsonNode entry) {
    boolean found = false;
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      boolean positive =
          field.getValue().isNumber() && field.getValue().decimalValue().signum() > 0;
      found |= positive && field.getKey().contains("cost");
    }
    return found;
  }

  /**
   * Whether a cost of the entry is negative, no number, or (of tokens) beyond what anything costs.
   */
  static boolean hasImplausiblePrice(JsonNode entry) {
    return entry.properties().stream()
        .filter(field -> field.getKey().contains("cost"))
        .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
        .anyMatch(field -> !isPlausible(field.getKey(), field.getValue()));
  }

  private static boolean isPlausible(String name, JsonNode value) {
    boolean isPerToken = name.contains("token");
    return ListedPrice.number(value)
        .map(number -> isPerToken ? number.movePointRight(MILLION_DIGITS) : number)
        .filter(ListedPrice::isPlausible)
        .isPresent();
  }

  private static Optional<TokenPrice> tokenPrice(JsonNode entry, String name) {
    Matcher match = TOKEN_PRICE.matcher(name);
    if (!match.matches() || !CLASSES.containsKey(match.group("class"))) {
      return Optional.empty();
    }
    String thousands = match.group("thousands");
    long above = thousands == null ? 0 : Long.parseLong(thousands) * 1_000;
    PriceComponent component = CLASSES.get(match.group("class"));
    String tier = match.group("tier");
    ServiceTier serviceTier = tier == null ? ServiceTier.STANDARD : SERVICE_TIERS.get(tier);
    return perMillion(entry, name)
        .map(price -> new TokenPrice(component, serviceTier, above, price));
  }

  private static Optional<BigDecimal> amount(JsonNode entry, String field) {
    return ListedPrice.number(entry.path(field));
  }
}

package io.tokenledger.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one JSON object strictly: remembers what was read and refuses what nobody asked for. */
final class RatesReader {

  /** USD per one million tokens, per request or per unit; nothing sold costs more. */
  static final BigDecimal MAX_PRICE_USD = new BigDecimal(10_000);

  private static final int MAX_DECIMALS = 30;
  private static final int MAX_TEXT = 64;

  private final String field;
  private final JsonNode json;
  private final Set<String> read = new HashSet<>();

  RatesReader(String field, JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new InvalidPriceException(field, "must be an object");
    }
    this.field = field;
    this.json = json;
  }

  RateCard card() {
    return new RateCard(classPrices(), RatesJson.decodeContextTiers(contextTiers()));
  }

  Map<PriceComponent, BigDecimal> classPrices() {
    Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    for (PriceComponent component : PriceComponent.values()) {
      if (component.isTokenClass()) {
        price(component.code()).ifPresent(price -> prices.put(component, price));
      }
    }
    return prices;
  }

  Optional<BigDecimal> price(String name) {
    JsonNode value = read(name);
    return value == null ? Optional.empty() : Optional.of(checkedPrice(path(name), value));
  }

  Optional<RatesReader> child(String name) {
    JsonNode value = read(name);
    return value == null ? Optional.empty() : Optional.of(new RatesReader(path(name), value));
  }

  long tokens(String name) {
    JsonNode value = read(name);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new InvalidPriceException(path(name), "must be a whole number of tokens");
    }
    if (value.longValue() < 0) {
      throw new InvalidPriceException(path(name), "must not be negative");
    }
    return value.longValue();
  }

  boolean flag(String name) {
    JsonNode value = read(name);
    if (value != null && !value.isBoolean()) {
      throw new InvalidPriceException(path(name), "must be true or false");
    }
    return value != null && value.booleanValue();
  }

  void refuseUnread() {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        throw new InvalidPriceException(path(name), "is not a component of a price");
      }
    }
  }

  /** An empty name is the object itself. */
  InvalidPriceException refused(String name, String whatIsAllowed) {
    return new InvalidPriceException(name.isEmpty() ? field : path(name), whatIsAllowed);
  }

  private List<RatesReader> contextTiers() {
    JsonNode tiers = read(RatesJson.CONTEXT_TIERS);
    List<RatesReader> readers = new ArrayList<>();
    if (tiers != null && !tiers.isArray()) {
      throw new InvalidPriceException(path(RatesJson.CONTEXT_TIERS), "must be an array");
    }
    for (int i = 0; tiers != null && i < tiers.size(); i++) {
      readers.add(new RatesReader(path(RatesJson.CONTEXT_TIERS) + "[" + i + "]", tiers.get(i)));
    }
    return readers;
  }

  private JsonNode read(String name) {
    read.add(name);
    return json.get(name);
  }

  private String path(String name) {
    return field.isEmpty() ? name : field + "." + name;
  }

  private static BigDecimal checkedPrice(String path, JsonNode value) {
    BigDecimal price = number(path, value);
    if (price.signum() < 0) {
      throw new InvalidPriceException(path, "must not be negative");
    }
    if (price.scale() > MAX_DECIMALS) {
      throw new InvalidPriceException(path, "must not have more than 30 decimals");
    }
    if (price.compareTo(MAX_PRICE_USD) > 0) {
      throw new InvalidPriceException(path, "must not exceed 10000 USD");
    }
    return price;
  }

  private static BigDecimal number(String path, JsonNode value) {
    String text = value.isNumber() || value.isTextual() ? value.asText() : "";
    try {
      if (!text.isEmpty() && text.length() <= MAX_TEXT) {
        return value.isNumber() ? value.decimalValue() : new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      throw new InvalidPriceException(path, "must be a decimal number");
    }
    throw new InvalidPriceException(path, "must be a decimal number");
  }
}

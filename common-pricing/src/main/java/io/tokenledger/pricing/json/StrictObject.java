package io.tokenledger.pricing.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.pricing.PriceFactor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads one JSON object of a price document strictly: remembers what was read and can refuse what
 * nobody asked for. Errors name the field by its path.
 */
final class StrictObject {

  /** USD per one million tokens, per request or per unit; nothing sold costs more. */
  private static final BigDecimal MAX_PRICE_USD = new BigDecimal(10_000);

  /** The dearest known is 6. */
  private static final BigDecimal MAX_MULTIPLIER = new BigDecimal(100);

  private static final int MAX_DECIMALS = 30;
  private static final int MAX_MULTIPLIER_DECIMALS = 10;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_TEXT = 1_000;

  private final String path;
  private final JsonNode json;
  private final Set<String> read = new HashSet<>();

  StrictObject(String path, JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new InvalidPriceException(path, "must be an object");
    }
    this.path = path;
    this.json = json;
  }

  String name(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      throw refused(field, "must not be empty");
    }
    return text;
  }

  String text(String field) {
    JsonNode value = read(field);
    if (value == null || !value.isTextual() || value.textValue().length() > MAX_TEXT) {
      throw refused(field, "must be a text");
    }
    return value.textValue();
  }

  Instant instant(String field) {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeException e) {
      throw refused(field, "must be an RFC 3339 time");
    }
  }

  long wholeNumber(String field, String whatIsAllowed) {
    JsonNode value = read(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw refused(field, whatIsAllowed);
    }
    return value.longValue();
  }

  boolean flag(String field) {
    JsonNode value = read(field);
    if (value != null && !value.isBoolean()) {
      throw refused(field, "must be true or false");
    }
    return value != null && value.booleanValue();
  }

  Optional<BigDecimal> price(String field) {
    return Optional.ofNullable(read(field)).map(value -> price(field, value));
  }

  /** What an org pays of a price; the field must be there, empty when it is null. */
  Optional<BigDecimal> factorOrNull(String field) {
    JsonNode value = read(field);
    if (value == null) {
      throw refused(field, "is missing; null ends what the entry is about");
    }
    if (value.isNull()) {
      return Optional.empty();
    }
    BigDecimal factor = number(field, value);
    if (!PriceFactor.isFactor(factor)) {
      throw refused(field, "must be from 0.0001 to 100, with 6 decimals at most");
    }
    return Optional.of(factor);
  }

  /** Of prices; the field must be there. */
  BigDecimal multiplier(String field) {
    BigDecimal factor = number(field, read(field));
    if (factor.signum() <= 0 || factor.compareTo(MAX_MULTIPLIER) > 0) {
      throw refused(field, "must be above 0 and at most 100");
    }
    if (factor.scale() > MAX_MULTIPLIER_DECIMALS) {
      throw refused(field, "must not have more than 10 decimals");
    }
    return factor;
  }

  Optional<StrictObject> object(String field) {
    return Optional.ofNullable(read(field)).map(value -> new StrictObject(path(field), value));
  }

  /** The object of a field that must be there; empty when it is null. */
  Optional<StrictObject> objectOrNull(String field) {
    JsonNode value = read(field);
    if (value == null) {
      throw refused(field, "is missing; null ends what the entry is about");
    }
    return value.isNull() ? Optional.empty() : object(field);
  }

  /** None when the field is absent. */
  List<StrictObject> objects(String field) {
    JsonNode array = array(field);
    List<StrictObject> objects = new ArrayList<>();
    for (int i = 0; array != null && i < array.size(); i++) {
      objects.add(new StrictObject(path(field) + "[" + i + "]", array.get(i)));
    }
    return objects;
  }

  Optional<List<String>> texts(String field) {
    return Optional.ofNullable(array(field))
        .map(
            array ->
                StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList());
  }

  /** Of all its fields. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  void refuseUnread() {
    for (Iterator<String> fields = json.fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (!read.contains(field)) {
        throw refused(field, "is not a component of a price");
      }
    }
  }

  InvalidPriceException refused(String field, String whatIsAllowed) {
    return new InvalidPriceException(path(field), whatIsAllowed);
  }

  /** About the object as a whole. */
  InvalidPriceException refused(String whatIsAllowed) {
    return new InvalidPriceException(path, whatIsAllowed);
  }

  private JsonNode array(String field) {
    JsonNode array = read(field);
    if (array != null && !array.isArray()) {
      throw refused(field, "must be an array");
    }
    return array;
  }

  private JsonNode read(String field) {
    read.add(field);
    return json.get(field);
  }

  private String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private BigDecimal price(String field, JsonNode value) {
    BigDecimal price = number(field, value);
    if (price.signum() < 0) {
      throw refused(field, "must not be negative");
    }
    if (price.scale() > MAX_DECIMALS) {
      throw refused(field, "must not have more than 30 decimals");
    }
    if (price.compareTo(MAX_PRICE_USD) > 0) {
      throw refused(field, "must not exceed 10000 USD");
    }
    return price;
  }

  private BigDecimal number(String field, JsonNode value) {
    String text = value.isNumber() || value.isTextual() ? value.asText() : "";
    try {
      if (!text.isEmpty() && text.length() <= MAX_NUMBER) {
        return value.isNumber() ? value.decimalValue() : new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      throw refused(field, "must be a decimal number");
    }
    throw refused(field, "must be a decimal number");
  }
}

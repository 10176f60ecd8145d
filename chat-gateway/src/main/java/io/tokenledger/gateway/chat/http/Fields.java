package io.tokenledger.gateway.chat.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Fields of the bodies, within their bounds; null is as absent, and so is an empty text. */
final class Fields {

  static final int MAX_TITLE = 200;
  static final int MAX_SYSTEM_PROMPT = 8000;
  static final int MAX_MODEL = 200;

  /** More digits behind the point mean nothing to a model. */
  private static final int MAX_SCALE = 6;

  private static final Pattern NOT_STORED = Pattern.compile("[\\x00\\p{Cs}]");

  private final Body body;

  Fields(Body body) {
    this.body = body;
  }

  /** Whether it is there, be it null. */
  boolean has(String name) {
    return body.json(name) != null;
  }

  Optional<String> line(String name, int max) {
    return body.field(name).given().map(text -> text.text(max));
  }

  /** A text of any lines. */
  Optional<String> text(String name, int max) {
    Input field = body.field(name);
    String text = field.raw();
    if (text.length() > max || NOT_STORED.matcher(text).find()) {
      throw field.refused("must be at most " + max + " characters, without U+0000.");
    }
    return field.given().map(Input::raw);
  }

  Optional<BigDecimal> decimal(String name, int max) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = value.get().isNumber() ? value.get().decimalValue() : null;
    if (number == null || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw ApiException.invalidField(name, "must be a number from 0 to " + max + ".");
    }
    if (number.stripTrailingZeros().scale() > MAX_SCALE) {
      throw ApiException.invalidField(name, "must have at most 6 digits behind the point.");
    }
    return Optional.of(number);
  }

  OptionalInt count(String name, int max) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean whole = value.get().isInt() && value.get().intValue() >= 1;
    if (!whole || value.get().intValue() > max) {
      throw ApiException.invalidField(name, "must be a whole number from 1 to " + max + ".");
    }
    return OptionalInt.of(value.get().intValue());
  }

  /** An object of texts, numbers and flags, as JSON in ASCII; empty where there is none. */
  Optional<JsonNode> tags(String name, int max) {
    Optional<JsonNode> value = value(name);
    value.ifPresent(tags -> checkTags(name, tags, max));
    return value.filter(tags -> !tags.isEmpty());
  }

  private static void checkTags(String name, JsonNode tags, int max) {
    boolean scalars =
        tags.isObject() && tags.properties().stream().allMatch(tag -> tag.getValue().isValueNode());
    if (!scalars || tags.size() > max) {
      throw ApiException.invalidField(
          name, "must be an object of at most " + max + " texts, numbers and flags.");
    }
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(body.json(name)).filter(value -> !value.isNull());
  }
}

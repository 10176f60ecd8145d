package io.tokenledger.events.decode;

import static io.tokenledger.events.InvalidEventException.invalid;
import static io.tokenledger.events.InvalidEventException.missing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Strict access to the fields of one event: a JSON null is absent, any other type is refused. */
final class EventFields {

  private static final int MAX_TIME = 64;

  private final ObjectNode event;

  EventFields(ObjectNode event) {
    this.event = event;
  }

  Optional<JsonNode> find(String field) {
    return Optional.ofNullable(present(field));
  }

  /** Null when absent, which most fields of most events are. */
  private JsonNode present(String field) {
    JsonNode value = event.get(field);
    return value == null || value.isNull() ? null : value;
  }

  String requiredText(String field, int maxLength) {
    String value = text(field, maxLength);
    if (value.isEmpty()) {
      throw missing(field);
    }
    return value;
  }

  String requiredText(String field, int maxLength, Pattern allowed, String whatIsAllowed) {
    return matching(field, requiredText(field, maxLength), allowed, whatIsAllowed);
  }

  /** Empty when absent. */
  String text(String field, int maxLength) {
    String value = anyLengthText(field);
    if (isLonger(value, maxLength)) {
      throw invalid(field, "must not be longer than " + maxLength + " characters");
    }
    return value;
  }

  String text(String field, int maxLength, String absent, Pattern allowed, String whatIsAllowed) {
    String value = text(field, maxLength);
    return value.isEmpty() ? absent : matching(field, value, allowed, whatIsAllowed);
  }

  /** Empty when absent; what is beyond the maximum is cut off. */
  String cutText(String field, int maxLength) {
    String value = anyLengthText(field);
    return isLonger(value, maxLength)
        ? value.substring(0, value.offsetByCodePoints(0, maxLength))
        : value;
  }

  /** In characters of Unicode, of which none takes less than one of Java's. */
  private static boolean isLonger(String value, int maxLength) {
    return value.length() > maxLength && value.codePointCount(0, value.length()) > maxLength;
  }

  long count(String field, long absent, long max) {
    return number(field, max).orElse(absent);
  }

  /**
   * A whole number from 0 to {@code max}. {@code 12.0} is one, as in JSON Schema: some languages
   * write every number with a point.
   */
  OptionalLong number(String field, long max) {
    JsonNode node = present(field);
    if (node == null) {
      return OptionalLong.empty();
    }
    if (!isWhole(node, max)) {
      throw invalid(field, "must be a whole number from 0 to " + max);
    }
    return OptionalLong.of(node.longValue());
  }

  private static boolean isWhole(JsonNode node, long max) {
    if (node.isIntegralNumber()) {
      return node.canConvertToLong() && node.longValue() >= 0 && node.longValue() <= max;
    }
    if (!node.isNumber()) {
      return false;
    }
    // Compared before anything is rescaled: writing out 1e999999999 would take for ever.
    BigDecimal value = node.decimalValue();
    return value.signum() >= 0
        && value.compareTo(BigDecimal.valueOf(max)) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  boolean flag(String field, boolean absent) {
    JsonNode node = present(field);
    if (node == null) {
      return absent;
    }
    if (!node.isBoolean()) {
      throw invalid(field, "must be true or false");
    }
    return node.booleanValue();
  }

  Optional<ObjectNode> object(String field) {
    return find(field)
        .map(
            node -> {
              if (!(node instanceof ObjectNode found)) {
                throw invalid(field, "must be an object");
              }
              return found;
            });
  }

  /** To the microsecond. */
  Optional<Instant> time(String field) {
    String value = text(field, MAX_TIME);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Rfc3339.parse(value).orElseThrow(() -> invalid(field, Rfc3339.RULE)));
  }

  private String anyLengthText(String field) {
    JsonNode node = present(field);
    if (node == null) {
      return "";
    }
    if (!node.isTextual()) {
      throw invalid(field, "must be a string");
    }
    StorableText.check(field, node.textValue());
    return node.textValue();
  }

  private static String matching(String field, String value, Pattern allowed, String what) {
    if (!allowed.matcher(value).matches()) {
      throw invalid(field, what);
    }
    return value;
  }
}

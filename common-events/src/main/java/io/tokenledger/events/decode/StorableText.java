package io.tokenledger.events.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What PostgreSQL can store. It refuses the character U+0000, UTF-8 has no form for half a
 * surrogate pair, and {@code jsonb} refuses numbers of more digits than {@code numeric} holds.
 * Refused here, they cannot fail the insert of a whole batch.
 */
final class StorableText {

  private static final int MAX_EXPONENT = 300;

  private StorableText() {}

  static void check(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw InvalidEventException.invalid(field, "must not contain the character U+0000");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw InvalidEventException.invalid(field, "must not contain half a surrogate pair");
        }
        i++;
      }
    }
  }

  /** Checks every text, name and number of a JSON value that is stored as it came. */
  static void checkAll(String field, JsonNode node) {
    if (node.isTextual()) {
      check(field, node.textValue());
    } else if (node.isBigDecimal()) {
      checkExponent(field, node.decimalValue());
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        check(field, entry.getKey());
        checkAll(field, entry.getValue());
      }
    } else {
      node.forEach(item -> checkAll(field, item));
    }
  }

  private static void checkExponent(String field, BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
      throw InvalidEventException.invalid(
          field, "must not contain numbers beyond 10^" + MAX_EXPONENT);
    }
  }
}

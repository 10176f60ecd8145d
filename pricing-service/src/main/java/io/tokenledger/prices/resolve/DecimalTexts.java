package io.tokenledger.prices.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;

/**
 * Decimals may be sent as text, as they are answered: a browser has no exact numbers. An event has
 * numbers only.
 */
final class DecimalTexts {

  private DecimalTexts() {}

  /** Those in the object {@code field} become numbers; what is no decimal stays, to be refused. */
  static ObjectNode asNumbers(ObjectNode json, String field) {
    ObjectNode copy = json.deepCopy();
    if (copy.get(field) instanceof ObjectNode quantities) {
      quantities.properties().forEach(each -> each.setValue(asNumber(each.getValue())));
    }
    return copy;
  }

  private static JsonNode asNumber(JsonNode value) {
    if (!value.isTextual() || value.textValue().length() > UsageLimits.MAX_NUMBER_LENGTH) {
      return value;
    }
    try {
      return DecimalNode.valueOf(new BigDecimal(value.textValue()));
    } catch (NumberFormatException e) {
      return value;
    }
  }
}

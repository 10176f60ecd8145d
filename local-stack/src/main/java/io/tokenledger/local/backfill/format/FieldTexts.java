package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.local.backfill.RefusedLineException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns texts of columns into values of fields. A text that is none of its field's type stays a
 * text, for the ledger's own check to refuse it by name.
 */
public final class FieldTexts {

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,2})?");
  private static final int NANO_DIGITS = 9;

  private static final Map<String, Boolean> FLAGS =
      Map.of(
          "true", true, "t", true, "yes", true, "1", true, "false", false, "f", false, "no", false,
          "0", false);

  private final PastTimes times;

  /**
   * @param zone of times that name none
   */
  public FieldTexts(ZoneId zone) {
    times = new PastTimes(zone);
  }

  /**
   * @throws RefusedLineException when it should be JSON and is not
   */
  JsonNode value(EventField field, String text) {
    return switch (field.type()) {
      case "integer", "number" -> number(text);
      case "boolean" -> flag(text);
      case "object", "array" -> json(field, text);
      default -> TextNode.valueOf(string(field, text));
    };
  }

  private String string(EventField field, String text) {
    if (!field.key().isEmpty()) {
      return text;
    }
    return switch (field.name()) {
      case "occurredAt" -> times.rfc3339(text).orElse(text);
      case "estimatedCostUsd" -> usd(text);
      default -> text;
    };
  }

  /** Plain digits to the nano-dollar: exports write {@code 1.05e-05}. */
  static String usd(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    BigDecimal amount = new BigDecimal(text).setScale(NANO_DIGITS, RoundingMode.HALF_EVEN);
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static JsonNode number(String text) {
    return NUMBER.matcher(text).matches()
        ? DecimalNode.valueOf(new BigDecimal(text))
        : TextNode.valueOf(text);
  }

  private static JsonNode flag(String text) {
    Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
    return flag == null ? TextNode.valueOf(text) : BooleanNode.valueOf(flag);
  }

  private static JsonNode json(EventField field, String text) {
    try {
      if (text.length() <= UsageLimits.MAX_MESSAGE_BYTES) {
        return EventJson.READER.readTree(text);
      }
    } catch (JsonProcessingException e) {
      // Said below without the text, which may hold anything.
    }
    throw new RefusedLineException("invalid_field", field.name() + " must be JSON");
  }
}

package io.tokenledger.events.decode;

import static io.tokenledger.events.InvalidEventException.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of an event: {@code metadata}, each value in its text form, and the key that made the
 * call, which counts like one.
 */
final class Tags {

  private static final String FIELD = "metadata";
  private static final String API_KEY = "apiKeyId";

  private Tags() {}

  static Map<String, String> of(EventFields fields) {
    Map<String, String> tags = fields.object(FIELD).map(Tags::of).orElse(Map.of());
    String apiKey = fields.text(API_KEY, UsageLimits.MAX_ID);
    return apiKey.isEmpty() ? tags : with(tags, apiKey);
  }

  private static Map<String, String> with(Map<String, String> tags, String apiKey) {
    if (bytes(apiKey) > UsageLimits.MAX_TAG_VALUE_BYTES) {
      throw tooLong(API_KEY);
    }
    Map<String, String> all = new TreeMap<>(tags);
    all.put(API_KEY, apiKey);
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, String> of(ObjectNode metadata) {
    if (metadata.size() > UsageLimits.MAX_TAGS) {
      throw invalid(FIELD, "must not have more than " + UsageLimits.MAX_TAGS + " keys");
    }
    Map<String, String> tags = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : metadata.properties()) {
      if (!entry.getValue().isNull()) {
        tags.put(key(entry.getKey()), value(entry.getKey(), entry.getValue()));
      }
    }
    return Collections.unmodifiableMap(tags);
  }

  private static String key(String key) {
    StorableText.check(FIELD, key);
    if (key.isEmpty() || bytes(key) > UsageLimits.MAX_TAG_KEY_BYTES) {
      throw invalid(
          FIELD, "must have keys of 1 to " + UsageLimits.MAX_TAG_KEY_BYTES + " bytes in UTF-8");
    }
    return key;
  }

  private static String value(String key, JsonNode node) {
    String field = FIELD + "." + key;
    if (node.isContainerNode()) {
      throw invalid(field, "must be a string, a number or a boolean");
    }
    String value = node.isBigDecimal() ? plain(field, node.decimalValue()) : node.asText();
    StorableText.check(field, value);
    if (bytes(value) > UsageLimits.MAX_TAG_VALUE_BYTES) {
      throw tooLong(field);
    }
    return value;
  }

  /** {@code 10.0} is the tag "10", not "1E+1"; written out only when that is short. */
  private static String plain(String field, BigDecimal number) {
    if (Math.abs((long) number.scale()) > UsageLimits.MAX_TAG_VALUE_BYTES) {
      throw tooLong(field);
    }
    return number.toPlainString();
  }

  private static InvalidEventException tooLong(String field) {
    return invalid(
        field, "must not be longer than " + UsageLimits.MAX_TAG_VALUE_BYTES + " bytes in UTF-8");
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prices that LiteLLM's list is known to have wrong, and what the provider's own page says ({@code
 * litellm-corrections.json}). One holds as long as the list has that very number: once the list is
 * mended, it is read as it stands.
 */
final class LiteLlmCorrections {

  private static final String RESOURCE = "litellm-corrections.json";

  private static final JsonNode KNOWN = load();

  private LiteLlmCorrections() {}

  /**
   * What was put right in a list.
   *
   * @param field of the entry, or behind a dot of an object in it
   * @param listed as the list has it, in its own unit; empty when it lacks the field
   * @param source the page that has the price
   */
  record Correction(
      String key, String field, String listed, String price, String why, String source) {}

  /** The entry, put right. */
  static JsonNode of(String key, JsonNode entry) {
    List<Correction> corrections = corrections(key, entry);
    if (corrections.isEmpty()) {
      return entry;
    }
    ObjectNode corrected = entry.deepCopy();
    corrections.forEach(each -> put(corrected, each.field(), new BigDecimal(each.price())));
    return corrected;
  }

  private static void put(ObjectNode entry, String field, BigDecimal price) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      entry.put(field, price);
    } else {
      entry.withObjectProperty(field.substring(0, dot)).put(field.substring(dot + 1), price);
    }
  }

  private static JsonNode listed(JsonNode entry, String field) {
    int dot = field.indexOf('.');
    return dot < 0
        ? entry.path(field)
        : entry.path(field.substring(0, dot)).path(field.substring(dot + 1));
  }

  /** Those that hold for the entry. */
  static List<Correction> corrections(String key, JsonNode entry) {
    List<Correction> found = new ArrayList<>();
    for (JsonNode group : KNOWN) {
      for (Map.Entry<String, JsonNode> field : group.path("entries").path(key).properties()) {
        String listed = field.getValue().path(0).asText("");
        if (isListed(listed(entry, field.getKey()), listed)) {
          found.add(
              new Correction(
                  key,
                  field.getKey(),
                  listed,
                  field.getValue().path(1).asText(),
                  group.path("why").asText(),
                  group.path("source").asText()));
        }
      }
    }
    return found;
  }

  private static boolean isListed(JsonNode value, String listed) {
    return listed.isEmpty()
        ? value.isMissingNode()
        : ListedPrice.number(value)
            .filter(number -> number.compareTo(new BigDecimal(listed)) == 0)
            .isPresent();
  }

  private static JsonNode load() {
    try (InputStream known = LiteLlmCorrections.class.getResourceAsStream(RESOURCE)) {
      return FeedJson.parseObject(known.readAllBytes()).path("corrections");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the known corrections", e);
    }
  }
}

package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.local.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a text goes in an event: a field of the contract, a tag or a unit.
 *
 * @param name of the field, such as {@code inputTokens}
 * @param key within the field; empty for the field itself
 * @param type as the schema of the event has it, such as {@code integer}
 */
public record EventField(String name, String key, String type) {

  private static final Map<String, String> TYPES = types();

  /** By their letters and digits, in lower case. */
  private static final Map<String, String> BY_SPELLING = spellings();

  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "eventtime", "occurredAt",
          "org", "orgId",
          "user", "userId",
          "model", "modelName",
          "costusd", "estimatedCostUsd",
          "requestid", "eventId");

  private static final Map<String, String> KEYED =
      Map.of("meta.", "metadata", "metadata.", "metadata", "units.", "units");

  /**
   * By the name of a column: {@code input_tokens}, {@code Input Tokens} and {@code inputTokens} are
   * one. Null when no field is called so.
   */
  public static EventField ofColumn(String column) {
    for (Map.Entry<String, String> keyed : KEYED.entrySet()) {
      if (column.startsWith(keyed.getKey()) && column.length() > keyed.getKey().length()) {
        String type = keyed.getValue().equals("units") ? "number" : "string";
        return new EventField(keyed.getValue(), column.substring(keyed.getKey().length()), type);
      }
    }
    String spelling = spelling(column);
    String name = BY_SPELLING.getOrDefault(spelling, OTHER_NAMES.get(spelling));
    return name == null ? null : new EventField(name, "", TYPES.get(name));
  }

  /**
   * By the name somebody gave on the command line.
   *
   * @throws StackException when there is no such field
   */
  public static EventField named(String name) {
    EventField field = ofColumn(name);
    if (field == null) {
      throw new StackException(
          "There is no field %s in a usage event; there are %s, meta.KEY and units.UNIT."
              .formatted(name, String.join(", ", TYPES.keySet())));
    }
    return field;
  }

  /** As people write it. */
  public String label() {
    return key.isEmpty() ? name : name + "." + key;
  }

  /** Whether the event says something there. */
  public boolean isIn(ObjectNode event) {
    return key.isEmpty() ? event.hasNonNull(name) : event.path(name).hasNonNull(key);
  }

  /** An empty text says nothing. */
  public void put(ObjectNode event, String text, FieldTexts texts) {
    if (text.isEmpty()) {
      return;
    }
    JsonNode value = texts.value(this, text);
    if (key.isEmpty()) {
      event.set(name, value);
    } else if (event.path(name).isMissingNode() || event.path(name).isObject()) {
      event.withObjectProperty(name).set(key, value);
    }
  }

  private static Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    try (InputStream schema =
        UsageEventDecoder.class.getResourceAsStream("/schema/usage-event.schema.json")) {
      EventJson.READER
          .readTree(schema)
          .path("properties")
          .properties()
          .forEach(each -> types.put(each.getKey(), type(each.getValue().path("type"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    types.remove("model");
    return types;
  }

  /** Fields without a type are texts; in a list of types, null is no type. */
  private static String type(JsonNode type) {
    List<String> names = new ArrayList<>();
    (type.isArray() ? type : List.of(type)).forEach(each -> names.add(each.asText()));
    names.remove("null");
    return names.isEmpty() || names.get(0).isEmpty() ? "string" : names.get(0);
  }

  private static Map<String, String> spellings() {
    Map<String, String> bySpelling = new TreeMap<>();
    TYPES.keySet().forEach(name -> bySpelling.put(spelling(name), name));
    return bySpelling;
  }

  private static String spelling(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}

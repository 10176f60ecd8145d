package io.tokenledger.ingest.intake.otlp.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes of a span that are read, each a text, a number or a boolean. */
public final class SpanAttributes {

  /** Longer than any text that an event may carry. */
  private static final int MAX_TEXT = 4_096;

  /** More than an event may have, so that it is refused for them. */
  private static final int MAX_TAGS = 64;

  private final Map<String, JsonNode> values = new LinkedHashMap<>();
  private final Map<String, JsonNode> tags = new LinkedHashMap<>();

  public void put(String name, JsonNode value) {
    if (!name.startsWith(Names.TAG_PREFIX)) {
      values.put(name, value);
    } else if (tags.size() < MAX_TAGS) {
      tags.put(name.substring(Names.TAG_PREFIX.length()), value);
    }
  }

  /** These, and counts that they do not have. */
  public SpanAttributes with(Map<Names, Long> counts) {
    SpanAttributes all = new SpanAttributes();
    all.values.putAll(values);
    all.tags.putAll(tags);
    counts.forEach(
        (names, count) -> {
          if (!has(names)) {
            all.values.put(names.first(), whole(count));
          }
        });
    return all;
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Those of the sender's own, by key. */
  public Map<String, JsonNode> tags() {
    return tags;
  }

  /** The first of the names that the span has. */
  public Optional<Map.Entry<String, JsonNode>> find(Names names) {
    for (String name : names.all()) {
      JsonNode value = values.get(name);
      if (value != null) {
        return Optional.of(Map.entry(name, value));
      }
    }
    return Optional.empty();
  }

  public boolean has(Names names) {
    return find(names).isPresent();
  }

  /** The first of the names that has a text; empty when none has. */
  public String text(Names names) {
    for (String name : names.all()) {
      JsonNode value = values.get(name);
      if (value != null && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return "";
  }

  static JsonNode text(String text) {
    return TextNode.valueOf(cut(text, MAX_TEXT));
  }

  static JsonNode whole(long number) {
    return LongNode.valueOf(number);
  }

  /** Empty for what is no number: JavaScript writes so what it does not know. */
  static Optional<JsonNode> number(double number) {
    return Double.isFinite(number)
        ? Optional.of(DecimalNode.valueOf(BigDecimal.valueOf(number)))
        : Optional.empty();
  }

  /** At most so many characters of Unicode. */
  public static String cut(String text, int max) {
    return text.length() > max && text.codePointCount(0, text.length()) > max
        ? text.substring(0, text.offsetByCodePoints(0, max))
        : text;
  }
}

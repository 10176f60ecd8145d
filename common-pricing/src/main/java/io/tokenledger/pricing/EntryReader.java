package io.tokenledger.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads the fields of one entry of a price document; errors name the field by its path. */
record EntryReader(String path, JsonNode json) {

  private static final int MAX_TEXT = 1_000;

  String name(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      throw refused(field, "must not be empty");
    }
    return text;
  }

  String text(String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
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

  long wholeNumber(String field) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw refused(field, "must be a whole number");
    }
    return value.longValue();
  }

  /** Whether the field, which must be there, is null. */
  boolean isNull(String field) {
    if (!json.has(field)) {
      throw refused(field, "is missing; null ends what the entry is about");
    }
    return json.get(field).isNull();
  }

  EntryReader child(String field) {
    return new EntryReader(path + "." + field, json.path(field));
  }

  InvalidPriceException refused(String field, String whatIsAllowed) {
    return new InvalidPriceException(path + "." + field, whatIsAllowed);
  }
}

package io.tokenledger.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of an event on their way into JSON. What the ledger would refuse is kept as a sentence
 * rather than thrown: the first of them is what the listener is told.
 */
final class EventFields {

  static final long MAX_TOKENS = 10_000_000_000L;
  static final long MAX_COUNT = 1_000_000_000L;

  /** What the ledger takes as one message. */
  private static final int MAX_BYTES = 1024 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ObjectNode event;
  private String problem;

  EventFields() {
    this.event = JSON.createObjectNode();
  }

  private EventFields(ObjectNode event, String problem) {
    this.event = event;
    this.problem = problem;
  }

  EventFields copy() {
    return new EventFields(event.deepCopy(), problem);
  }

  void text(String field, String value, int maxLength) {
    if (isGiven(field, value)) {
      require(
          value.codePointCount(0, value.length()) <= maxLength,
          field,
          "must not be longer than " + maxLength + " characters");
      require(StorableText.is(value), field, StorableText.RULE);
      event.put(field, value);
    }
  }

  void text(String field, String value, int maxLength, Pattern allowed, String rule) {
    text(field, value, maxLength);
    if (event.path(field).isTextual()) {
      require(allowed.matcher(value).matches(), field, rule);
    }
  }

  /** What is beyond the maximum is cut off, and what cannot be stored becomes a question mark. */
  void cutText(String field, String value, int maxLength) {
    if (isGiven(field, value)) {
      String text = StorableText.of(value);
      int end = Math.min(maxLength, text.codePointCount(0, text.length()));
      event.put(field, text.substring(0, text.offsetByCodePoints(0, end)));
    }
  }

  void count(String field, long value, long max) {
    require(value >= 0 && value <= max, field, "must be from 0 to " + max);
    event.put(field, value);
  }

  void put(String field, boolean value) {
    event.put(field, value);
  }

  /** Any object as JSON; null takes the field away. */
  void json(String field, Object value) {
    event.remove(field);
    if (value != null) {
      JsonNode json = jsonOf(value);
      require(json.isContainerNode(), field, "must be a JSON object or array");
      event.set(field, json);
    }
  }

  /** Missing where it is none. */
  private static JsonNode jsonOf(Object value) {
    try {
      return value instanceof String text ? JSON.readTree(text) : JSON.valueToTree(value);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return JSON.missingNode();
    }
  }

  /** An object of the event that is made when it is not there. */
  ObjectNode object(String field) {
    return event.withObjectProperty(field);
  }

  boolean has(String field) {
    return event.has(field);
  }

  long countOf(String field) {
    return event.path(field).longValue();
  }

  String textOf(String field) {
    return event.path(field).asText("");
  }

  void require(boolean holds, String field, String rule) {
    if (!holds && problem == null) {
      problem = field + " " + rule;
    }
  }

  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** As it is sent. Empty when it is larger than the ledger takes, which is a problem then. */
  byte[] encoded() {
    byte[] encoded = bytes();
    require(encoded.length <= MAX_BYTES, "the event", "must not have more than 1 MiB of JSON");
    return encoded.length <= MAX_BYTES ? encoded : new byte[0];
  }

  private byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      require(false, "the event", "cannot be written as JSON");
      return new byte[0];
    }
  }

  private boolean isGiven(String field, String value) {
    if (value == null || value.isEmpty()) {
      event.remove(field);
      return false;
    }
    return true;
  }
}

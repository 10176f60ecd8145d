package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of one {@code StandardLoggingPayload} (litellm/types/utils.py of BerriAI/litellm):
 * access to its fields, each of which may be null, or of another type in another version.
 */
final class Payload {

  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

  private final ObjectNode fields;

  Payload(ObjectNode fields) {
    this.fields = fields;
  }

  /** Empty when it is absent, blank, or no text. */
  Optional<String> text(String... path) {
    return Optional.ofNullable(at(path).textValue()).filter(text -> !text.isBlank());
  }

  boolean isTrue(String field) {
    return at(field).isBoolean() && at(field).booleanValue();
  }

  /** A number, or nothing. */
  Optional<BigDecimal> number(String... path) {
    return at(path).isNumber() ? Optional.of(at(path).decimalValue()) : Optional.empty();
  }

  /** Not below 0. */
  long count(String... path) {
    JsonNode value = at(path);
    return value.isNumber() && value.canConvertToLong() ? Math.max(0, value.longValue()) : 0;
  }

  Optional<ObjectNode> object(String... path) {
    return at(path) instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
  }

  Optional<ArrayNode> array(String... path) {
    return at(path) instanceof ArrayNode found ? Optional.of(found) : Optional.empty();
  }

  /** Seconds since 1970 with a fraction, to the microsecond. */
  Optional<Instant> time(String field) {
    return number(field)
        .filter(
            seconds ->
                seconds.compareTo(BigDecimal.ONE) >= 0 && seconds.compareTo(LAST_SECOND) <= 0)
        .map(
            seconds ->
                Instant.ofEpochSecond(
                    seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(6).longValue() * 1_000));
  }

  /**
   * Another thing that LiteLLM can send, or a callback of one's own: the payload of before, in
   * which each value is a text, or the arguments of a callback.
   */
  boolean isOfAnotherKind() {
    boolean allTexts = at("metadata").isTextual() && at("id").isTextual();
    return allTexts
        || fields.has("modelParameters")
        || fields.has("kwargs")
        || fields.has("litellm_params");
  }

  private JsonNode at(String... path) {
    JsonNode node = fields;
    for (String name : path) {
      node = node.path(name);
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }
}

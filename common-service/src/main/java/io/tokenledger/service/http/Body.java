package io.tokenledger.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import java.io.IOException;
import java.util.List;

/**
 * A body that is a JSON object. What is malformed is a 400 that names the field and says what is
 * allowed; so is a field that is unknown, being most likely a typo.
 */
public final class Body {

  /** Numbers are exact: the default reader makes doubles of them. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(UsageLimits.MAX_JSON_DEPTH)
                          .maxTokenCount(UsageLimits.MAX_JSON_TOKENS)
                          .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** A body is read before it is known whose it is: so large may it be for anybody. */
  private static final int MAX_BYTES = 256 * 1024;

  private final JsonNode fields;
  private final String path;

  private Body(JsonNode fields, String path) {
    this.fields = fields;
    this.path = path;
  }

  /** With no field but the {@code known} ones. */
  public static Body of(byte[] body, String... known) {
    return of(body, MAX_BYTES, known);
  }

  /**
   * @param maxBytes refuses what is larger, before it is read
   */
  public static Body of(byte[] body, int maxBytes, String... known) {
    JsonNode json = parse(body, maxBytes);
    String allowed = String.join(", ", known);
    if (!json.isObject()) {
      throw invalid("The body must be an object of " + allowed + ".");
    }
    List<String> names = List.of(known);
    for (var each : json.properties()) {
      if (!names.contains(each.getKey())) {
        throw invalid("'" + each.getKey() + "' is unknown; allowed are " + allowed + ".");
      }
    }
    return new Body(json, "");
  }

  /** The same, but no body is as one without fields. */
  public static Body ofOptional(byte[] body, String... known) {
    return body == null || body.length == 0
        ? new Body(JSON.createObjectNode(), "")
        : of(body, known);
  }

  /**
   * An object within a body, with any fields.
   *
   * @param path before the names of its fields, such as {@code [0].}
   */
  public static Body at(String path, ObjectNode fields) {
    return new Body(fields, path);
  }

  /** As a record, whose fields are all that are known; null when the body is the JSON null. */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      return JSON.treeToValue(parse(body), type);
    } catch (JsonProcessingException e) {
      throw invalid("The body cannot be read: " + e.getOriginalMessage());
    }
  }

  /** A body that came as a record: there must be one, and the JSON null is none. */
  public static <T> T given(T body) {
    if (body == null) {
      throw invalid("The body must be a JSON object.");
    }
    return body;
  }

  public static JsonNode parse(byte[] body) {
    return parse(body, MAX_BYTES);
  }

  /**
   * @param maxBytes refuses what is larger, before it is read
   */
  public static JsonNode parse(byte[] body, int maxBytes) {
    if (body != null && body.length > maxBytes) {
      throw new ApiException(
          ProblemCode.TOO_LARGE, "The body must be " + maxBytes / 1024 + " KiB at most.");
    }
    try {
      return JSON.readTree(body == null ? new byte[0] : body);
    } catch (JsonProcessingException e) {
      throw invalid("The body is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw invalid("The body is not valid JSON.");
    }
  }

  public static ApiException invalid(String detail) {
    return new ApiException(ProblemCode.INVALID_BODY, detail);
  }

  /** A field that is a text; null is as absent. */
  public Input field(String name) {
    JsonNode value = fields.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw ApiException.invalidField(path + name, "must be a text.");
    }
    return Input.field(path + name, value.textValue());
  }

  /** False when it is absent. Null is no answer: what is done for good must not depend on it. */
  public boolean flag(String name) {
    JsonNode value = fields.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw ApiException.invalidField(path + name, "must be true or false.");
    }
    return value.booleanValue();
  }

  /** Null when it is absent. */
  public JsonNode json(String name) {
    return fields.get(name);
  }
}

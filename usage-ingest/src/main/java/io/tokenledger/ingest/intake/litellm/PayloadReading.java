package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads one element, and of it only what is asked for: prompts and answers are passed over unread.
 */
final class PayloadReading {

  /** All of the field. */
  private static final Set<String> ALL = Set.of();

  private static final Map<String, Set<String>> KEPT =
      Map.ofEntries(
          Map.entry("id", ALL),
          Map.entry("litellm_call_id", ALL),
          Map.entry("call_id", ALL),
          Map.entry("trace_id", ALL),
          Map.entry("call_type", ALL),
          Map.entry("stream", ALL),
          Map.entry("status", ALL),
          Map.entry("cache_hit", ALL),
          Map.entry("custom_llm_provider", ALL),
          Map.entry("model", ALL),
          Map.entry("model_group", ALL),
          Map.entry("startTime", ALL),
          Map.entry("endTime", ALL),
          Map.entry("completionStartTime", ALL),
          Map.entry("prompt_tokens", ALL),
          Map.entry("completion_tokens", ALL),
          Map.entry("response_cost", ALL),
          Map.entry("end_user", ALL),
          Map.entry("request_tags", ALL),
          Map.entry(
              "metadata",
              Set.of(
                  "usage_object",
                  "user_api_key_hash",
                  "user_api_key_alias",
                  "user_api_key_user_id",
                  "user_api_key_end_user_id",
                  "user_api_key_team_id",
                  "user_api_key_team_alias",
                  "user_api_key_org_id",
                  "spend_logs_metadata",
                  "requester_metadata")),
          Map.entry("hidden_params", Set.of("usage_object", "batch_models", "litellm_model_name")),
          Map.entry("error_information", Set.of("error_class", "error_code")),
          Map.entry("modelParameters", Set.of("none")),
          Map.entry("kwargs", Set.of("none")),
          Map.entry("litellm_params", Set.of("none")));

  /** Prompts and answers may nest deeply and be long: the size of the body is the bound. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final JsonMapper TREES =
      JsonMapper.builder(JSON).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private PayloadReading() {}

  /**
   * @param parser at the begin of an object; at its end afterwards
   */
  static Payload read(JsonParser parser) throws IOException {
    return new Payload(read(parser, KEPT));
  }

  private static ObjectNode read(JsonParser parser, Map<String, Set<String>> kept)
      throws IOException {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      Set<String> of = kept.get(name);
      if (of == null) {
        parser.skipChildren();
      } else if (!of.isEmpty() && value == JsonToken.START_OBJECT) {
        fields.set(name, read(parser, wholes(of)));
      } else {
        fields.set(name, (JsonNode) TREES.readTree(parser));
      }
    }
    return fields;
  }

  private static Map<String, Set<String>> wholes(Set<String> names) {
    return names.stream().collect(Collectors.toMap(name -> name, name -> ALL));
  }
}

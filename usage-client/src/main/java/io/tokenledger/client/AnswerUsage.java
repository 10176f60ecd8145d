package io.tokenledger.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Of a provider's answer what the ledger reads: usage, and what changes its price. The texts of
 * people, and all else that is not listed here, stay where they are.
 */
final class AnswerUsage {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Words of the provider's own, beside the usage. */
  private static final List<String> FACTS =
      List.of("type", "object", "id", "model", "service_tier", "modelVersion");

  /** Objects of numbers. */
  private static final List<String> BLOCKS =
      List.of("usage", "usageMetadata", "usage_metadata", "usage_info", "meta", "tool_usage");

  /** Bare counts: Ollama's last line, and Llama on Bedrock. */
  private static final List<String> COUNTS =
      List.of("prompt_eval_count", "eval_count", "prompt_token_count", "generation_token_count");

  /** What holds an answer inside of an event of a stream. */
  private static final List<String> AROUND = List.of("message", "response", "x_groq", "delta");

  private static final List<String> OF_ITEMS = List.of("type", "status", "id");

  private AnswerUsage() {}

  /** Empty when the answer tells no usage. */
  static Optional<JsonNode> of(String answer) {
    return parsed(answer).filter(AnswerUsage::tells).map(AnswerUsage::reduced);
  }

  /**
   * Of the events of a stream those that tell usage; empty when none does.
   *
   * @param events each the data of one, as JSON; what is none is passed over
   */
  static Optional<JsonNode> of(Iterable<String> events) {
    ArrayNode told = JSON.createArrayNode();
    for (String event : events) {
      parsed(event)
          .filter(AnswerUsage::isWorthKeeping)
          .map(AnswerUsage::reduced)
          .ifPresent(told::add);
    }
    boolean any = false;
    for (JsonNode each : told) {
      any |= tells(each);
    }
    return any ? Optional.of(told) : Optional.empty();
  }

  private static Optional<JsonNode> parsed(String text) {
    if (text == null || !text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Calls of tools are billed too, and a stream tells them where they end. */
  private static boolean isWorthKeeping(JsonNode event) {
    return tells(event)
        || event.path("type").asText().endsWith("output_item.done")
            && event.path("item").path("type").asText().endsWith("_call");
  }

  private static boolean tells(JsonNode answer) {
    for (String block : BLOCKS) {
      if (answer.path(block).isObject()) {
        return true;
      }
    }
    for (String around : AROUND) {
      if (answer.path(around).isObject() && tells(answer.path(around))) {
        return true;
      }
    }
    return COUNTS.stream().anyMatch(answer::has)
        || answer.path("choices").findValue("usage") != null;
  }

  private static JsonNode reduced(JsonNode answer) {
    ObjectNode kept = JSON.createObjectNode();
    FACTS.forEach(fact -> keepText(answer, fact, kept));
    BLOCKS.stream()
        .filter(each -> answer.path(each).isObject())
        .forEach(each -> kept.set(each, answer.get(each)));
    COUNTS.stream()
        .filter(each -> answer.path(each).isNumber())
        .forEach(each -> kept.set(each, answer.get(each)));
    AROUND.stream()
        .filter(each -> answer.path(each).isObject())
        .forEach(each -> kept.set(each, reduced(answer.get(each))));
    keepItems(answer, kept);
    return kept;
  }

  private static void keepText(JsonNode from, String field, ObjectNode to) {
    if (from.path(field).isTextual()) {
      to.set(field, from.get(field));
    }
  }

  private static void keepItems(JsonNode answer, ObjectNode kept) {
    if (answer.path("choices").isArray()) {
      ArrayNode choices = kept.putArray("choices");
      for (JsonNode choice : answer.path("choices")) {
        if (choice.path("usage").isObject()) {
          choices.addObject().set("usage", choice.get("usage"));
        }
      }
    }
    if (answer.path("output").isArray()) {
      ArrayNode items = kept.putArray("output");
      answer.path("output").forEach(item -> items.add(item(item)));
    }
    if (answer.path("item").isObject()) {
      kept.set("item", item(answer.get("item")));
    }
  }

  /** A search is told from the reading of a page by what it does. */
  private static ObjectNode item(JsonNode item) {
    ObjectNode kept = JSON.createObjectNode();
    OF_ITEMS.forEach(field -> keepText(item, field, kept));
    if (item.path("action").path("type").isTextual()) {
      kept.putObject("action").set("type", item.path("action").get("type"));
    }
    return kept;
  }
}

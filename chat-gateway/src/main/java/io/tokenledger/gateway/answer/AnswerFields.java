package io.tokenledger.gateway.answer;

import static io.tokenledger.gateway.answer.json.FieldRule.BILLED;
import static io.tokenledger.gateway.answer.json.FieldRule.DONE;
import static io.tokenledger.gateway.answer.json.FieldRule.ERROR;
import static io.tokenledger.gateway.answer.json.FieldRule.FINISH;
import static io.tokenledger.gateway.answer.json.FieldRule.TYPE;
import static io.tokenledger.gateway.answer.json.FieldRule.USAGE;
import static io.tokenledger.gateway.answer.json.FieldRule.keep;
import static io.tokenledger.gateway.answer.json.FieldRule.mark;
import static io.tokenledger.gateway.answer.json.FieldRule.object;
import static io.tokenledger.gateway.answer.json.FieldRule.text;
import static io.tokenledger.gateway.answer.json.FieldRule.texts;

import io.tokenledger.gateway.answer.json.FieldRule;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of all dialects that are read: what {@code ProviderUsage} reads of an answer, and
 * where its texts are. Dialects are told apart by their fields, never by what was asked, so that no
 * difference between two parsers can hide usage.
 */
final class AnswerFields {

  private static final FieldRule KEPT = keep(0);
  private static final FieldRule COUNTS = keep(USAGE);
  private static final FieldRule TEXT = text();

  private static final Map<String, FieldRule> NAMES =
      Map.ofEntries(
          Map.entry("id", KEPT),
          Map.entry("object", KEPT),
          Map.entry("model", KEPT),
          Map.entry("modelVersion", KEPT),
          Map.entry("responseId", KEPT),
          Map.entry("status", KEPT),
          Map.entry("service_tier", KEPT),
          Map.entry("serviceTier", KEPT));

  /** Where usage stands beside the names. */
  private static final Map<String, FieldRule> USAGES =
      Map.ofEntries(
          Map.entry("usage", COUNTS),
          Map.entry("usageMetadata", COUNTS),
          Map.entry("usage_metadata", COUNTS),
          Map.entry("usage_info", COUNTS), // Mistral
          Map.entry("tokenUsage", COUNTS),
          Map.entry("tool_usage", KEPT));

  private static final Map<String, FieldRule> MESSAGE_TEXTS =
      Map.of(
          "content", texts(Map.of("text", TEXT, "thinking", TEXT)),
          "reasoning_content", TEXT,
          "reasoning", TEXT,
          "refusal", TEXT,
          "thinking", TEXT,
          "audio", texts(Map.of("transcript", TEXT)),
          "tool_calls", texts(Map.of("function", texts(Map.of("name", TEXT, "arguments", TEXT)))));

  private static final FieldRule CHOICES =
      object(
          Map.of(
              "usage", COUNTS, // Moonshot
              "finish_reason", keep(FINISH),
              "text", TEXT,
              "delta", texts(MESSAGE_TEXTS),
              "message", texts(MESSAGE_TEXTS)));

  private static final FieldRule GROUNDING =
      object(
          Map.of(
              "webSearchQueries", keep(BILLED),
              "web_search_queries", keep(BILLED),
              "imageSearchQueries", keep(BILLED),
              "image_search_queries", keep(BILLED),
              "groundingChunks", object(Map.of("web", mark("{}", BILLED))),
              "grounding_chunks", object(Map.of("web", mark("{}", BILLED)))));

  private static final FieldRule CANDIDATES =
      object(
          Map.of(
              "finishReason",
              keep(FINISH),
              "groundingMetadata",
              GROUNDING,
              "grounding_metadata",
              GROUNDING,
              "content",
              texts(Map.of("parts", texts(Map.of("text", TEXT))))));

  /** An item of a response; a search differs from the reading of a page by its action. */
  private static final Map<String, FieldRule> ITEM =
      Map.of(
          "type", keep(0),
          "id", keep(0),
          "status", keep(0),
          "action", object(Map.of("type", KEPT)));

  /** One event of a stream, or one line. */
  static final FieldRule EVENT = object(with(common(), ofEvents()));

  /** An answer that comes at once. */
  static final FieldRule WHOLE = object(with(common(), ofWholes()));

  private AnswerFields() {}

  private static Map<String, FieldRule> common() {
    Map<String, FieldRule> fields = with(NAMES, USAGES);
    fields.put("type", keep(TYPE));
    fields.put("error", keep(ERROR));
    fields.put("detail", KEPT);
    fields.put("x_groq", object(Map.of("usage", COUNTS, "id", KEPT)));
    fields.put("meta", object(with(USAGES, Map.of("billed_units", COUNTS, "tokens", COUNTS))));
    fields.put("metadata", object(USAGES)); // Bedrock's; OpenAI's own says nothing here
    fields.put("interaction", object(with(NAMES, USAGES)));
    fields.put("choices", CHOICES);
    fields.put("candidates", CANDIDATES);
    fields.put("promptFeedback", object(Map.of("blockReason", KEPT)));
    fields.put("embedding", mark("null", 0));
    fields.put("embeddings", mark("null", 0));
    fields.put("prompt_eval_count", COUNTS); // Ollama
    fields.put("eval_count", COUNTS);
    fields.put("done", keep(DONE));
    fields.put("thinking", TEXT);
    fields.put("amazon-bedrock-invocationMetrics", COUNTS);
    return fields;
  }

  private static Map<String, FieldRule> ofEvents() {
    Map<String, FieldRule> response = with(NAMES, USAGES);
    response.put("error", keep(ERROR));
    response.put("output", object(ITEM));
    Map<String, FieldRule> item = new HashMap<>(ITEM);
    item.put("type", keep(BILLED));
    return Map.of(
        "response", FieldRule.of(true, true, 0, response),
        "message", message(),
        "delta", FieldRule.of(true, true, 0, deltas()),
        "item", object(item),
        "result", object(with(USAGES, Map.of("message", object(with(NAMES, USAGES))))));
  }

  private static Map<String, FieldRule> ofWholes() {
    Map<String, FieldRule> output = new HashMap<>(ITEM);
    output.put("content", texts(Map.of("text", TEXT)));
    output.put("summary", texts(Map.of("text", TEXT)));
    output.put("arguments", TEXT);
    return Map.of(
        "response", FieldRule.of(true, true, 0, with(NAMES, USAGES)),
        "message", message(),
        "data", object(Map.of("embedding", mark("null", 0))),
        "result", object(with(USAGES, Map.of("message", object(with(NAMES, USAGES))))),
        "output", object(output),
        "content", texts(Map.of("text", TEXT, "thinking", TEXT)),
        "text", TEXT);
  }

  /** An object of a dialect, or the sentence of an error. */
  private static FieldRule message() {
    Map<String, FieldRule> fields = with(NAMES, USAGES);
    fields.putAll(MESSAGE_TEXTS);
    fields.put("type", KEPT);
    return FieldRule.of(true, false, ERROR, fields);
  }

  private static Map<String, FieldRule> deltas() {
    return Map.of(
        "usage", COUNTS, // Cohere
        "text", TEXT,
        "thinking", TEXT,
        "partial_json", TEXT,
        "message", texts(Map.of("content", texts(Map.of("text", TEXT)))));
  }

  private static Map<String, FieldRule> with(
      Map<String, FieldRule> fields, Map<String, FieldRule> more) {
    Map<String, FieldRule> all = new HashMap<>(fields);
    all.putAll(more);
    return all;
  }
}

package io.tokenledger.gateway.answer;

import static io.tokenledger.gateway.answer.json.FieldRule.BILLED;
import static io.tokenledger.gateway.answer.json.FieldRule.DONE;
import static io.tokenledger.gateway.answer.json.FieldRule.ERROR;
import static io.tokenledger.gateway.answer.json.FieldRule.FINISH;
import static io.tokenledger.gateway.answer.json.FieldRule.USAGE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tokenledger.gateway.answer.json.ByteSink;
import io.tokenledger.gateway.answer.json.JsonSieve;
import io.tokenledger.gateway.request.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the documents of an answer said so far. */
final class AnswerFacts {

  /** Names stand in the first chunks; beyond them, chunks of texts are not even parsed. */
  private static final int NAMED_IN_FIRST = 8;

  private static final int FIRST_ERROR_STATUS = 400;

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  private static final Set<String> BILLED_ITEMS =
      Set.of(
          "web_search_call", "file_search_call", "code_interpreter_call", "image_generation_call");

  private static final byte[][] LAST_EVENTS =
      Stream.of(
              "message_stop", // Anthropic
              "message-end", // Cohere
              "response.completed",
              "response.incomplete",
              "response.failed",
              "image_generation.completed",
              "image_edit.completed",
              "transcript.text.done",
              "speech.audio.done",
              "interaction.complete")
          .map(type -> type.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private final int status;
  private final JsonText text;
  private final KeptChunks kept = new KeptChunks();
  private int documents;
  private boolean finished;
  private boolean ended;
  private boolean failed;
  private Optional<String> model = Optional.empty();
  private Optional<String> id = Optional.empty();
  private Optional<String> state = Optional.empty();
  private Optional<String> tier = Optional.empty();
  private Optional<String> error = Optional.empty();

  AnswerFacts(int status, JsonText text) {
    this.status = status;
    this.text = text;
  }

  /**
   * Takes a document that is done.
   *
   * @return its known fields; missing where they did not matter
   */
  JsonNode take(JsonSieve document) {
    documents++;
    finished |= document.has(FINISH);
    boolean last = isLast(document);
    ended |= last;
    boolean named = model.isPresent() || documents > NAMED_IN_FIRST;
    if (named && !last && !document.has(USAGE | ERROR | BILLED)) {
      return MissingNode.getInstance();
    }
    JsonNode read = parsed(document.copy());
    readNames(read);
    readError(read);
    if (document.has(USAGE) && KeptChunks.tellsUsage(read)) {
      kept.addUsage(read);
    }
    if (document.has(BILLED) && isBilled(read)) {
      kept.addBilled(read, document.copy().length());
    }
    return read;
  }

  /** The answer said itself that it is over. */
  void end() {
    ended = true;
  }

  /** The upstream is over, in order: one that gave a reason to end had nothing left to say. */
  void upstreamEnded() {
    ended |= finished;
  }

  boolean hasDocuments() {
    return documents > 0;
  }

  List<JsonNode> usageChunks() {
    return kept.chunks();
  }

  Optional<String> model() {
    return model;
  }

  Reading reading() {
    boolean refused = status >= FIRST_ERROR_STATUS;
    Optional<String> message =
        refused ? error.or(() -> Optional.of("the upstream answered " + status)) : error;
    List<JsonNode> chunks = kept.chunks();
    boolean nothingButError = failed && chunks.isEmpty() && text.characters() == 0;
    return new Reading(
        chunks,
        model,
        id,
        state,
        tier,
        message,
        ended || nothingButError,
        !failed && !refused,
        text.sample());
  }

  private static boolean isLast(JsonSieve document) {
    for (byte[] type : LAST_EVENTS) {
      if (document.isOfType(type)) {
        return true;
      }
    }
    return document.has(DONE);
  }

  private static JsonNode parsed(ByteSink copy) {
    if (copy.isOverflown()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(copy.bytes(), 0, copy.length());
    } catch (IOException e) {
      return MissingNode.getInstance(); // it is no JSON
    }
  }

  private void readNames(JsonNode read) {
    for (String around : List.of("", "response", "message", "interaction")) {
      JsonNode named = around.isEmpty() ? read : read.path(around);
      model = model.or(() -> name(named, "model", "modelVersion"));
      id = id.or(() -> name(named, "id", "responseId"));
      state = name(named, "status").or(() -> state);
      tier = name(named, "service_tier", "serviceTier").or(() -> tier);
    }
    for (String usage : List.of("usage", "usageMetadata")) {
      tier = tier.or(() -> name(read.path(usage), "service_tier", "trafficType"));
    }
  }

  /** Images' answers have a model in their usage only; a batch's status is a number elsewhere. */
  private static Optional<String> name(JsonNode node, String... fields) {
    return Stream.of(fields)
        .map(node::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  private void readError(JsonNode read) {
    JsonNode told = read.path("error");
    if (!isFilled(told)) {
      told = read.path("response").path("error");
    }
    boolean typed = read.path("type").asText("").equals("error");
    if (isFilled(told)) {
      fail(
          told.isTextual() ? told : told.path("message").isTextual() ? told.path("message") : told);
    } else if (typed || status >= FIRST_ERROR_STATUS) {
      fail(read.path("message").isTextual() ? read.path("message") : read.path("detail"));
    }
  }

  private static boolean isFilled(JsonNode error) {
    return error.isTextual() && !error.textValue().isEmpty()
        || error.isObject() && !error.isEmpty();
  }

  private void fail(JsonNode message) {
    failed = true;
    String sentence = message.isTextual() ? message.textValue() : message.toString();
    error = error.or(() -> ErrorSentence.of(sentence));
  }

  private static boolean isBilled(JsonNode read) {
    JsonNode item = read.path("item");
    return !item.isObject()
        || BILLED_ITEMS.contains(item.path("type").asText())
            && read.path("type").asText().endsWith("output_item.done");
  }
}

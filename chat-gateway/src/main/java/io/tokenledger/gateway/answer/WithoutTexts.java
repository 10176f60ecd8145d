package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a chunk what people wrote, for the ledger keeps numbers and no content: sentences of
 * errors, and the queries of searches. Of these only how many differ is billed, so each becomes a
 * number.
 */
final class WithoutTexts {

  private static final List<String> SENTENCES = List.of("error", "detail");
  private static final String MESSAGE = "message";
  private static final String RESPONSE = "response";

  private static final List<String> GROUNDINGS = List.of("groundingMetadata", "grounding_metadata");

  private final Map<String, String> queries = new HashMap<>();

  /** Changes the chunk itself. */
  JsonNode of(JsonNode chunk) {
    withoutSentences(chunk);
    withoutSentences(chunk.path(RESPONSE));
    for (JsonNode candidate : chunk.path("candidates")) {
      for (String grounding : GROUNDINGS) {
        candidate.path(grounding).forEach(this::number);
      }
    }
    return chunk;
  }

  private static void withoutSentences(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(SENTENCES);
      if (object.path(MESSAGE).isTextual()) {
        object.remove(MESSAGE);
      }
    }
  }

  private void number(JsonNode listed) {
    if (listed instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        String query = list.get(i).asText().strip();
        if (list.get(i).isTextual() && !query.isEmpty()) {
          list.set(i, queries.computeIfAbsent(query, q -> "query " + (queries.size() + 1)));
        }
      }
    }
  }
}

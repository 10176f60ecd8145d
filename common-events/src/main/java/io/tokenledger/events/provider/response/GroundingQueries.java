package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.provider.tally.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Google searches of Gemini. From Gemini 3 on each distinct query is billed, empty ones left out;
 * before it a prompt that was grounded, however many queries that took.
 */
final class GroundingQueries {

  private static final int FIRST_BY_QUERY = 3;

  private static final List<String> QUERIES =
      List.of(
          "webSearchQueries", "web_search_queries", "imageSearchQueries", "image_search_queries");

  private GroundingQueries() {}

  static long count(List<JsonNode> chunks, Origin origin) {
    Set<String> queries = new HashSet<>();
    boolean grounded = false;
    for (JsonNode chunk : chunks) {
      for (JsonNode grounding : groundings(chunk).toList()) {
        addQueries(grounding, queries);
        grounded |= foundOnTheWeb(grounding);
      }
    }
    if (isBilledByQuery(chunks, origin)) {
      return queries.size();
    }
    return grounded || !queries.isEmpty() ? 1 : 0;
  }

  private static Stream<JsonNode> groundings(JsonNode chunk) {
    Stream<JsonNode> candidates =
        Stream.of(chunk, chunk.path("response"))
            .flatMap(response -> response.path("candidates").valueStream());
    Stream<JsonNode> holders =
        Stream.of(
                candidates,
                VercelResult.metadata(chunk).flatMap(JsonNode::valueStream),
                Stream.of(chunk.path("serverContent")), // live API
                Stream.of(chunk.path("response_metadata"))) // LangChain
            .flatMap(Function.identity());
    return Stream.concat(
            holders.flatMap(
                holder ->
                    Stream.of(holder.path("groundingMetadata"), holder.path("grounding_metadata"))),
            chunk.path("vertex_ai_grounding_metadata").valueStream()) // LiteLLM
        .filter(JsonNode::isObject);
  }

  private static void addQueries(JsonNode grounding, Set<String> queries) {
    for (String field : QUERIES) {
      for (JsonNode query : grounding.path(field)) {
        if (query.isTextual() && !query.textValue().isBlank()) {
          queries.add(query.textValue().strip());
        }
      }
    }
  }

  /** Chunks of the caller's own documents are no search. */
  private static boolean foundOnTheWeb(JsonNode grounding) {
    return Stream.of("groundingChunks", "grounding_chunks")
        .flatMap(field -> grounding.path(field).valueStream())
        .anyMatch(chunk -> chunk.path("web").isObject());
  }

  /** The response knows its model better than the event; an unknown model is a new one. */
  private static boolean isBilledByQuery(List<JsonNode> chunks, Origin origin) {
    return chunks.stream()
        .flatMap(chunk -> Stream.of(chunk.path("modelVersion"), chunk.path("model_version")))
        .filter(JsonNode::isTextual)
        .flatMap(version -> Origin.geminiGeneration(version.textValue()).stream())
        .findFirst()
        .or(() -> Origin.geminiGeneration(origin.modelName()))
        .map(generation -> generation >= FIRST_BY_QUERY)
        .orElse(true);
  }
}

package io.tokenledger.events.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where responses, stream chunks and stream events keep their usage block. */
final class UsageLocation {

  private static final List<List<String>> PATHS =
      List.of(
          List.of("usage"),
          List.of("usageMetadata"),
          List.of("usage_metadata"),
          List.of("response", "usage"), // event of the responses API
          List.of("response", "usageMetadata"),
          List.of("message", "usage"), // Anthropic: message_start
          List.of("delta", "usage"), // Cohere: message-end
          List.of("metadata", "usage"), // Converse: last event
          List.of("x_groq", "usage"),
          List.of("usage_info"), // Mistral OCR
          List.of("amazon-bedrock-invocationMetrics"));

  private UsageLocation() {}

  /** A response is one chunk, a recorded stream is several; what is no object is left out. */
  static List<JsonNode> chunks(JsonNode rawUsage) {
    if (!rawUsage.isArray()) {
      return List.of(rawUsage);
    }
    List<JsonNode> chunks = new ArrayList<>();
    for (JsonNode chunk : rawUsage) {
      if (chunk.isObject()) {
        chunks.add(chunk);
      }
    }
    return chunks;
  }

  /** The block inside the chunk, or the chunk itself: it may be the bare block. */
  static JsonNode block(JsonNode chunk) {
    JsonNode meta = chunk.path("meta"); // Cohere; elsewhere the name means other things
    if (meta.path("billed_units").isObject() || meta.path("tokens").isObject()) {
      return meta;
    }
    for (List<String> path : PATHS) {
      JsonNode block = chunk;
      for (String name : path) {
        block = block.path(name);
      }
      if (block.isObject() && !block.isEmpty()) {
        return block;
      }
    }
    return chunk;
  }

  static boolean carriesEmbeddings(JsonNode chunk) {
    return chunk.has("embeddings")
        || chunk.has("embedding")
        || chunk.path("data").path(0).has("embedding");
  }
}

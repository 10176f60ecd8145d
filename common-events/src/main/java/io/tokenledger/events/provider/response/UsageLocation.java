package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where responses, stream chunks and stream events keep their usage block. */
public final class UsageLocation {

  /** Bedrock ends the stream of any model with these; a block of the model's own tells more. */
  private static final String BEDROCK_METRICS = "amazon-bedrock-invocationMetrics";

  private static final List<List<String>> PATHS =
      List.of(
          List.of("usage"),
          List.of("usageMetadata"),
          List.of("usage_metadata"),
          List.of("tokenUsage"), // LangChain4j
          List.of("token_usage"), // LangChain, of an LLM's output
          List.of("response", "usage"), // event of the responses API
          List.of("response", "usageMetadata"),
          List.of("response", "body", "usage"), // line of OpenAI's batch output
          List.of("result", "message", "usage"), // line of Anthropic's batch results
          List.of("result", "usage"), // Cloudflare's Workers AI
          List.of("message", "usage"), // Anthropic: message_start
          List.of("message", "usage_metadata"), // LangChain, of a generation
          List.of("kwargs", "usage_metadata"), // LangChain, serialised
          List.of("delta", "usage"), // Cohere: message-end
          List.of("metadata", "usage"), // Converse: last event; Spring AI
          List.of("metadata", "tokenUsage"), // LangChain4j
          List.of("interaction", "usage"), // Gemini: event of the interactions API
          List.of("llm_output", "token_usage"), // LangChain in Python
          List.of("llmOutput", "tokenUsage"), // LangChain in JavaScript
          List.of("response_metadata", "usage"), // LangChain, of a message without usage_metadata
          List.of("response_metadata", "token_usage"),
          List.of("response_metadata", "tokenUsage"),
          List.of("meta", "usage"), // Haystack
          List.of("raw", "usage"), // LlamaIndex: the provider's response in that of the library
          List.of("raw", "usageMetadata"),
          List.of("raw", "usage_metadata"),
          List.of("x_groq", "usage"),
          List.of("usage_info")); // Mistral OCR

  /** Answers of OpenAI that are no chunk, realtime's among them. */
  private static final Set<String> WHOLE =
      Set.of("chat.completion", "text_completion", "response", "realtime.response");

  /** Libraries that put the provider's own block into theirs. */
  private static final List<String> NATIVE = List.of("nativeUsage", "raw");

  private UsageLocation() {}

  /** A response is one chunk, a recorded stream is several; what is no object is left out. */
  public static List<JsonNode> chunks(JsonNode rawUsage) {
    if (!rawUsage.isArray()) {
      return List.of(ofEvent(rawUsage));
    }
    List<JsonNode> chunks = new ArrayList<>();
    for (JsonNode chunk : rawUsage) {
      if (chunk.isObject()) {
        chunks.add(ofEvent(chunk));
      }
    }
    return chunks;
  }

  /**
   * Whether some are whole answers of different calls, and no chunks of one: each would have to be
   * an event.
   */
  public static boolean holdsSeveralCalls(List<JsonNode> chunks) {
    return chunks.size() > 1
        && chunks.stream()
                .map(chunk -> chunk.path("response").isObject() ? chunk.path("response") : chunk)
                .filter(
                    answer -> WHOLE.contains(answer.path("object").asText("")) || isMessage(answer))
                .map(answer -> answer.path("id").asText(""))
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(2)
                .count()
            > 1;
  }

  /** Anthropic's; of a stream it stands in an event that starts it. */
  private static boolean isMessage(JsonNode answer) {
    return answer.path("type").asText("").equals("message") && answer.path("usage").isObject();
  }

  /** What a reader of server-sent events hands on keeps the chunk beside the event's name. */
  private static JsonNode ofEvent(JsonNode chunk) {
    return chunk.path("event").isTextual() && chunk.path("data").isObject()
        ? chunk.path("data")
        : chunk;
  }

  /** The block inside the chunk; empty when it has none, so that it may be the bare block. */
  public static Optional<JsonNode> block(JsonNode chunk) {
    JsonNode meta = chunk.path("meta"); // Cohere; elsewhere the name means other things
    if (meta.path("billed_units").isObject() || meta.path("tokens").isObject()) {
      return Optional.of(meta);
    }
    Optional<JsonNode> ofVercel = VercelResult.block(chunk);
    if (ofVercel.isPresent()) {
      return ofVercel;
    }
    for (List<String> path : PATHS) {
      JsonNode block = chunk;
      for (String name : path) {
        block = block.path(name);
      }
      if (isFilled(block)) {
        return Optional.of(block);
      }
    }
    JsonNode kwargs = chunk.path("additional_kwargs"); // LlamaIndex; elsewhere no usage
    return kwargs.has("prompt_tokens") ? Optional.of(kwargs) : ofChoices(chunk);
  }

  /** The totals at the end of Bedrock's streams. */
  public static Optional<JsonNode> bedrockMetrics(JsonNode chunk) {
    return Optional.of(chunk.path(BEDROCK_METRICS))
        .filter(UsageLocation::isFilled)
        .or(() -> BedrockHeaders.metrics(chunk));
  }

  /** The provider's own block inside the block of a library, which tells more than the library. */
  public static Optional<JsonNode> nativeBlock(JsonNode block) {
    return NATIVE.stream().map(block::path).filter(UsageLocation::isFilled).findFirst();
  }

  public static boolean carriesEmbeddings(JsonNode chunk) {
    return chunk.has("embeddings")
        || chunk.has("embedding")
        || chunk.path("data").path(0).has("embedding");
  }

  /** Moonshot gives the usage of a stream in its choice. */
  private static Optional<JsonNode> ofChoices(JsonNode chunk) {
    return chunk
        .path("choices")
        .valueStream()
        .map(choice -> choice.path("usage"))
        .filter(UsageLocation::isFilled)
        .findFirst();
  }

  private static boolean isFilled(JsonNode block) {
    return block.isObject() && !block.isEmpty();
  }
}

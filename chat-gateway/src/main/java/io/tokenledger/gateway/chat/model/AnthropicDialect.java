package io.tokenledger.gateway.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.gateway.request.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Messages (docs.anthropic.com/en/api/messages). */
final class AnthropicDialect implements Dialect {

  /** The API wants a bound; no model has a smaller one. */
  private static final int MAX_TOKENS = 4096;

  @Override
  public Api api() {
    return Api.ANTHROPIC;
  }

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("anthropic-version", "2023-06-01");
  }

  @Override
  public JsonObject body(Prompt prompt) {
    JsonArray messages = new JsonArray();
    prompt
        .turns()
        .forEach(turn -> messages.add(OpenAiDialect.message(turn.role(), turn.content())));
    JsonObject body =
        new JsonObject()
            .put("model", prompt.model())
            .put("stream", true)
            .put("max_tokens", prompt.maxTokens().orElse(MAX_TOKENS))
            .put("messages", messages);
    prompt.systemPrompt().ifPresent(text -> body.put("system", text));
    prompt.temperature().ifPresent(value -> body.put("temperature", value));
    prompt.topP().ifPresent(value -> body.put("top_p", value));
    return body;
  }

  @Override
  public void read(JsonNode data, AnswerText into) {
    switch (data.path("type").asText()) {
      case "content_block_delta" -> into.add(data.path("delta").path("text").asText(""));
      case "message_delta" -> {
        if (data.path("delta").path("stop_reason").isTextual()) {
          into.finished(data.path("delta").path("stop_reason").asText());
        }
      }
      case "message_stop" -> into.ended();
      case "error" -> into.failed(data.path("error").path("message").asText(""));
      default -> {
        // Pings, and the beginnings and ends of blocks.
      }
    }
  }
}

package io.tokenledger.gateway.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.gateway.request.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Chat completions (platform.openai.com/docs/api-reference/chat), as OpenAI has them and most
 * servers besides.
 */
final class OpenAiDialect implements Dialect {

  /** Those that think refuse the old name of the bound; other servers know that one only. */
  private static final Pattern THINKS = Pattern.compile("(.*/)?(o\\d|gpt-[5-9]).*");

  @Override
  public Api api() {
    return Api.OPENAI;
  }

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public JsonObject body(Prompt prompt) {
    JsonArray messages = new JsonArray();
    prompt.systemPrompt().ifPresent(text -> messages.add(message("system", text)));
    prompt.turns().forEach(turn -> messages.add(message(turn.role(), turn.content())));
    JsonObject body =
        new JsonObject().put("model", prompt.model()).put("stream", true).put("messages", messages);
    prompt.temperature().ifPresent(value -> body.put("temperature", value));
    prompt.topP().ifPresent(value -> body.put("top_p", value));
    String bound =
        THINKS.matcher(prompt.model()).matches() ? "max_completion_tokens" : "max_tokens";
    prompt.maxTokens().ifPresent(most -> body.put(bound, most));
    return body;
  }

  static JsonObject message(String role, String content) {
    return new JsonObject().put("role", role).put("content", content);
  }

  @Override
  public void read(JsonNode data, AnswerText into) {
    JsonNode choice = data.path("choices").path(0);
    into.add(choice.path("delta").path("content").asText(""));
    if (choice.path("finish_reason").isTextual()) {
      into.finished(choice.path("finish_reason").asText());
    }
    if (data.path("error").isObject()) {
      into.failed(data.path("error").path("message").asText(""));
    }
  }
}

package io.tokenledger.gateway.echo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The answers of Anthropic's messages. */
final class AnthropicEcho {

  private AnthropicEcho() {}

  static JsonObject whole(String id, Echo echo) {
    return message(id, echo)
        .put("content", new JsonArray().add(text(echo.text())))
        .put("stop_reason", "end_turn")
        .put("usage", usage(echo.inputTokens(), echo.outputTokens()));
  }

  static JsonObject count(Echo echo) {
    return new JsonObject().put("input_tokens", echo.inputTokens());
  }

  static EchoStream stream(String id, Echo echo) {
    EchoStream stream = new EchoStream();
    JsonObject begun =
        message(id, echo)
            .put("content", new JsonArray())
            .put("stop_reason", (String) null)
            .put("usage", usage(echo.inputTokens(), 0));
    stream.event("message_start", new JsonObject().put("message", begun));
    stream.event(
        "content_block_start", new JsonObject().put("index", 0).put("content_block", text("")));
    for (String piece : echo.pieces()) {
      JsonObject delta = new JsonObject().put("type", "text_delta").put("text", piece);
      stream.event("content_block_delta", new JsonObject().put("index", 0).put("delta", delta));
    }
    stream.event("content_block_stop", new JsonObject().put("index", 0));
    JsonObject end =
        new JsonObject().put("stop_reason", "end_turn").put("stop_sequence", (String) null);
    JsonObject usage = new JsonObject().put("output_tokens", echo.outputTokens());
    stream.event("message_delta", new JsonObject().put("delta", end).put("usage", usage));
    return stream.event("message_stop", new JsonObject());
  }

  private static JsonObject message(String id, Echo echo) {
    return new JsonObject()
        .put("id", "msg_" + id)
        .put("type", "message")
        .put("role", "assistant")
        .put("model", echo.model())
        .put("stop_sequence", (String) null);
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("type", "text").put("text", text);
  }

  private static JsonObject usage(int input, int output) {
    return new JsonObject()
        .put("input_tokens", input)
        .put("cache_creation_input_tokens", 0)
        .put("cache_read_input_tokens", 0)
        .put("output_tokens", output);
  }
}

package io.tokenledger.gateway.echo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The answers of OpenAI's responses. */
final class ResponsesEcho {

  private ResponsesEcho() {}

  static JsonObject whole(String id, Echo echo) {
    JsonObject text =
        new JsonObject()
            .put("type", "output_text")
            .put("text", echo.text())
            .put("annotations", new JsonArray());
    JsonObject message =
        new JsonObject()
            .put("type", "message")
            .put("id", "msg_" + id)
            .put("role", "assistant")
            .put("status", "completed")
            .put("content", new JsonArray().add(text));
    return response(id, echo, "completed")
        .put("output", new JsonArray().add(message))
        .put("usage", usage(echo));
  }

  static EchoStream stream(String id, Echo echo) {
    EchoStream stream = new EchoStream();
    int number = 0;
    stream.event(
        "response.created",
        new JsonObject()
            .put("sequence_number", number++)
            .put("response", response(id, echo, "in_progress").put("output", new JsonArray())));
    for (String piece : echo.pieces()) {
      stream.event(
          "response.output_text.delta",
          new JsonObject()
              .put("sequence_number", number++)
              .put("item_id", "msg_" + id)
              .put("output_index", 0)
              .put("content_index", 0)
              .put("delta", piece));
    }
    return stream.event(
        "response.completed",
        new JsonObject().put("sequence_number", number).put("response", whole(id, echo)));
  }

  private static JsonObject response(String id, Echo echo, String status) {
    return new JsonObject()
        .put("id", "resp_" + id)
        .put("object", "response")
        .put("created_at", 0)
        .put("status", status)
        .put("model", echo.model());
  }

  private static JsonObject usage(Echo echo) {
    return new JsonObject()
        .put("input_tokens", echo.inputTokens())
        .put("input_tokens_details", new JsonObject().put("cached_tokens", 0))
        .put("output_tokens", echo.outputTokens())
        .put("output_tokens_details", new JsonObject().put("reasoning_tokens", 0))
        .put("total_tokens", echo.inputTokens() + echo.outputTokens());
  }
}

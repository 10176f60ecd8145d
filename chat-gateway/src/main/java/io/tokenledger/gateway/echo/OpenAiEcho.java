package io.tokenledger.gateway.echo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The answers of OpenAI's API, except for responses. */
final class OpenAiEcho {

  private static final int DIMENSIONS = 8;

  private OpenAiEcho() {}

  static JsonObject chat(String id, Echo echo) {
    JsonObject message = new JsonObject().put("role", "assistant").put("content", echo.text());
    return answer(id, "chat.completion", echo)
        .put("choices", choice(new JsonObject().put("message", message), "stop"))
        .put("usage", usage(echo));
  }

  static JsonObject completion(String id, Echo echo) {
    return answer(id, "text_completion", echo)
        .put("choices", choice(new JsonObject().put("text", echo.text()), "stop"))
        .put("usage", usage(echo));
  }

  /**
   * @param withUsage whether the client asked for it: one chunk more, without choices
   */
  static EchoStream chatStream(String id, Echo echo, boolean withUsage) {
    EchoStream stream = new EchoStream();
    stream.data(
        chunk(id, echo, new JsonObject().put("role", "assistant").put("content", ""), null));
    for (String piece : echo.pieces()) {
      stream.data(chunk(id, echo, new JsonObject().put("content", piece), null));
    }
    stream.data(chunk(id, echo, new JsonObject(), "stop"));
    if (withUsage) {
      stream.data(
          answer(id, "chat.completion.chunk", echo)
              .put("choices", new JsonArray())
              .put("usage", usage(echo)));
    }
    return stream.done();
  }

  static JsonObject embeddings(Echo echo, JsonArray inputs) {
    JsonArray data = new JsonArray();
    for (int i = 0; i < inputs.size(); i++) {
      data.add(
          new JsonObject()
              .put("object", "embedding")
              .put("index", i)
              .put("embedding", vector(String.valueOf(inputs.getValue(i)))));
    }
    return new JsonObject()
        .put("object", "list")
        .put("model", echo.model())
        .put("data", data)
        .put(
            "usage",
            new JsonObject()
                .put("prompt_tokens", echo.inputTokens())
                .put("total_tokens", echo.inputTokens()));
  }

  static JsonObject models(String model) {
    JsonObject one =
        new JsonObject().put("id", model).put("object", "model").put("owned_by", "tokenledger");
    return new JsonObject().put("object", "list").put("data", new JsonArray().add(one));
  }

  /** The same text has the same vector; nothing else is promised. */
  private static JsonArray vector(String text) {
    JsonArray vector = new JsonArray();
    for (int i = 0; i < DIMENSIONS; i++) {
      CRC32 sum = new CRC32();
      sum.update((i + text).getBytes(StandardCharsets.UTF_8));
      vector.add((sum.getValue() % 2001 - 1000) / 1000f);
    }
    return vector;
  }

  private static JsonObject answer(String id, String object, Echo echo) {
    return new JsonObject()
        .put("id", "chatcmpl-" + id)
        .put("object", object)
        .put("created", 0)
        .put("model", echo.model());
  }

  private static JsonObject chunk(String id, Echo echo, JsonObject delta, String finish) {
    return answer(id, "chat.completion.chunk", echo)
        .put("choices", choice(new JsonObject().put("delta", delta), finish));
  }

  private static JsonArray choice(JsonObject content, String finish) {
    return new JsonArray().add(content.put("index", 0).put("finish_reason", finish));
  }

  private static JsonObject usage(Echo echo) {
    return new JsonObject()
        .put("prompt_tokens", echo.inputTokens())
        .put("completion_tokens", echo.outputTokens())
        .put("total_tokens", echo.inputTokens() + echo.outputTokens());
  }
}

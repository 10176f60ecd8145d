package io.tokenledger.gateway.echo;

import io.tokenledger.service.http.LoopbackServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Answers as a provider would, on a port of the loopback address. */
final class EchoServer {

  static final String MODEL = "echo-1";

  private static final int MAX_BODY_BYTES = 1 << 20;

  private final Vertx vertx;
  private final long delayMillis;

  EchoServer(Vertx vertx, long delayMillis) {
    this.vertx = vertx;
    this.delayMillis = delayMillis;
  }

  /** Blocks until it listens. */
  int start() {
    return LoopbackServer.listen(vertx, new HttpServerOptions(), this::handle);
  }

  private void handle(HttpServerRequest request) {
    if (request.method() == HttpMethod.GET && request.path().equals("/v1/models")) {
      json(request.response(), OpenAiEcho.models(MODEL));
      return;
    }
    Buffer body = Buffer.buffer();
    request.handler(
        some -> {
          if (body.length() <= MAX_BODY_BYTES) {
            body.appendBuffer(some);
          }
        });
    request.endHandler(end -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    if (body.length() > MAX_BODY_BYTES) {
      refuse(request.response(), 413, "A body of echo is at most 1 MiB.");
      return;
    }
    try {
      answer(request, body.toJsonObject());
    } catch (DecodeException | ClassCastException e) {
      refuse(request.response(), 400, "The body is no JSON that echo understands.");
    }
  }

  private void answer(HttpServerRequest request, JsonObject body) {
    String id = UUID.randomUUID().toString().replace("-", "");
    Echo echo = Echo.of(body);
    boolean streamed = body.getBoolean("stream", false);
    HttpServerResponse answer = request.response();
    switch (request.path()) {
      case "/v1/chat/completions" -> {
        if (streamed) {
          OpenAiEcho.chatStream(id, echo, asksUsage(body)).write(vertx, answer, delayMillis);
        } else {
          json(answer, OpenAiEcho.chat(id, echo));
        }
      }
      case "/v1/completions" -> json(answer, OpenAiEcho.completion(id, echo));
      case "/v1/embeddings" -> json(answer, OpenAiEcho.embeddings(echo, inputs(body)));
      case "/v1/messages/count_tokens" -> json(answer, AnthropicEcho.count(echo));
      case "/v1/responses" -> {
        if (streamed) {
          ResponsesEcho.stream(id, echo).write(vertx, answer, delayMillis);
        } else {
          json(answer, ResponsesEcho.whole(id, echo));
        }
      }
      case "/v1/messages" -> {
        if (streamed) {
          AnthropicEcho.stream(id, echo).write(vertx, answer, delayMillis);
        } else {
          json(answer, AnthropicEcho.whole(id, echo));
        }
      }
      default -> refuse(answer, 404, "echo does not know this path.");
    }
  }

  private static boolean asksUsage(JsonObject body) {
    return body.getValue("stream_options") instanceof JsonObject options
        && options.getBoolean("include_usage", false);
  }

  private static JsonArray inputs(JsonObject body) {
    return body.getValue("input") instanceof JsonArray inputs
        ? inputs
        : new JsonArray().add(body.getValue("input"));
  }

  private static void json(HttpServerResponse answer, JsonObject body) {
    answer.putHeader("content-type", "application/json").end(body.toBuffer());
  }

  /** In a form that the SDKs of both APIs show. */
  private static void refuse(HttpServerResponse answer, int status, String message) {
    JsonObject error =
        new JsonObject()
            .put("type", "invalid_request_error")
            .put("message", message)
            .put("code", (String) null);
    answer.setStatusCode(status);
    json(answer, new JsonObject().put("type", "error").put("error", error));
  }
}

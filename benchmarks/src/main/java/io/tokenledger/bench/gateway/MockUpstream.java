package io.tokenledger.bench.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** A provider that answers every call with the same bytes, whole or as a stream. */
public final class MockUpstream extends AbstractVerticle {

  static final String MODEL = "gpt-4o-mini";
  static final int CHUNKS = 50;
  static final int CHUNK_EVERY_MILLIS = 20;

  /** In a body, it asks for a stream whose chunks are a second apart. */
  static final String SLOWLY = "slowly";

  static final int SLOW_CHUNKS = 20;

  private static final int SLOW_CHUNK_EVERY_MILLIS = 1_000;

  private static final String USAGE =
      "\"usage\":{\"prompt_tokens\":210,\"completion_tokens\":50,\"total_tokens\":260}";
  private static final String HEAD =
      "\"id\":\"chatcmpl-bench\",\"created\":1750000000,\"model\":\"" + MODEL + "\"";
  private static final Buffer WHOLE =
      Buffer.buffer(
          "{"
              + HEAD
              + ",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
              + "\"message\":{\"role\":\"assistant\",\"content\":\""
              + "word ".repeat(CHUNKS)
              + "\"}}],"
              + USAGE
              + "}");
  private static final Buffer CHUNK =
      event("\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"},\"finish_reason\":null}]");
  private static final Buffer END =
      event("\"choices\":[]," + USAGE).appendString("data: [DONE]\n\n");

  private final int port;

  private MockUpstream(int port) {
    this.port = port;
  }

  /** Port. */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    Vertx.vertx()
        .deployVerticle(
            () -> new MockUpstream(port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer()
        .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void answer(HttpServerRequest request, Buffer body) {
    String asked = body.toString();
    HttpServerResponse answer = request.response();
    if (!asked.contains("\"stream\":true")) {
      answer.putHeader("content-type", "application/json").end(WHOLE);
      return;
    }
    answer.putHeader("content-type", "text/event-stream").setChunked(true);
    if (asked.contains(SLOWLY)) {
      write(answer, SLOW_CHUNKS, SLOW_CHUNK_EVERY_MILLIS);
    } else {
      write(answer, CHUNKS, CHUNK_EVERY_MILLIS);
    }
  }

  private void write(HttpServerResponse answer, int chunks, int everyMillis) {
    answer.write(CHUNK);
    int[] left = {chunks - 1};
    vertx.setPeriodic(
        everyMillis,
        timer -> {
          if (answer.closed()) {
            vertx.cancelTimer(timer);
          } else if (left[0]-- > 0) {
            answer.write(CHUNK);
          } else {
            vertx.cancelTimer(timer);
            answer.end(END);
          }
        });
  }

  private static Buffer event(String fields) {
    return Buffer.buffer(
        "data: {" + HEAD + ",\"object\":\"chat.completion.chunk\"," + fields + "}\n\n");
  }
}

package io.tokenledger.gateway.echo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Events that are written one after the other, a moment apart. */
final class EchoStream {

  private final List<String> events = new ArrayList<>();

  EchoStream data(JsonObject data) {
    events.add("data: " + data.encode() + "\n\n");
    return this;
  }

  EchoStream event(String name, JsonObject data) {
    events.add("event: " + name + "\ndata: " + data.put("type", name).encode() + "\n\n");
    return this;
  }

  EchoStream done() {
    events.add("data: [DONE]\n\n");
    return this;
  }

  void write(Vertx vertx, HttpServerResponse answer, long delayMillis) {
    answer.putHeader("content-type", "text/event-stream").setChunked(true);
    writeNext(vertx, answer, delayMillis, events.iterator());
  }

  private static void writeNext(
      Vertx vertx, HttpServerResponse answer, long delayMillis, Iterator<String> left) {
    if (answer.closed()) {
      return;
    }
    if (!left.hasNext()) {
      answer.end();
      return;
    }
    answer.write(left.next());
    vertx.setTimer(Math.max(1, delayMillis), id -> writeNext(vertx, answer, delayMillis, left));
  }
}

package io.tokenledger.acceptance.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider that answers with what is written in {@code src/test/resources/recorded}: a call of a
 * tool to who offers one, a text to who tells its result or offers none. A question that begins
 * with {@code Overloaded} is refused when it comes first, one that begins with {@code Bad} always.
 */
final class RecordedUpstream implements AutoCloseable {

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  RecordedUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", call -> answer(call, "openai"));
    server.createContext("/v1/messages", call -> answer(call, "anthropic"));
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often a question came. */
  long asked(String question) {
    return bodies.stream().filter(body -> body.contains(question)).count();
  }

  private void answer(HttpExchange call, String dialect) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean before = bodies.contains(body);
      bodies.add(body);
      if (body.contains("Bad request")) {
        send(call, 400, dialect + "-400.json");
      } else if (body.contains("Overloaded") && !before) {
        call.getResponseHeaders().set("retry-after-ms", "10");
        send(call, 503, dialect + "-503.json");
      } else {
        boolean stream = body.replace(" ", "").contains("\"stream\":true");
        send(call, 200, dialect + kind(body) + (stream ? ".sse" : ".json"));
      }
    }
  }

  private static String kind(String body) {
    boolean told = body.contains("\"tool_call_id\"") || body.contains("\"tool_result\"");
    return body.contains("\"tools\"") && !told ? "-tool" : "-text";
  }

  private static void send(HttpExchange call, int status, String name) throws IOException {
    try (InputStream recorded = RecordedUpstream.class.getResourceAsStream("/recorded/" + name)) {
      byte[] bytes = recorded.readAllBytes();
      String type = name.endsWith(".sse") ? "text/event-stream" : "application/json";
      call.getResponseHeaders().set("content-type", type);
      call.sendResponseHeaders(status, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}

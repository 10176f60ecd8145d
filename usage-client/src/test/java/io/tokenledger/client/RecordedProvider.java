package io.tokenledger.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A provider over real HTTP that gives one recorded answer to every request. */
public final class RecordedProvider implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private volatile int status = 200;
  private volatile String contentType = "application/json";
  private volatile String body = "";

  public RecordedProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * @param file of {@code provider-usage}
   */
  public void answerWith(String file) throws IOException {
    status = 200;
    contentType = file.endsWith(".sse") ? "text/event-stream" : "application/json";
    body = recorded(file);
  }

  public void failWith(int withStatus, String withBody) {
    status = withStatus;
    contentType = "application/json";
    body = withBody;
  }

  /** Says that there is a stream, and ends it in the middle. */
  public void breakOff(String file) throws IOException {
    answerWith(file);
    status = -1;
    body = body.substring(0, body.length() / 2);
  }

  public static String recorded(String file) throws IOException {
    try (InputStream stream =
        RecordedProvider.class.getResourceAsStream("/provider-usage/" + file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The recorded answer, or the chunks of a stream. */
  public static JsonNode json(String file) throws IOException {
    String answer = recorded(file);
    if (!file.endsWith(".sse")) {
      return JSON.readTree(answer);
    }
    ArrayNode chunks = JSON.createArrayNode();
    for (String line : answer.split("\\R")) {
      if (line.startsWith("data:") && line.contains("{")) {
        chunks.add(JSON.readTree(line.substring("data:".length())));
      }
    }
    return chunks;
  }

  /** What the ledger makes of the whole answer, as chat-gateway and whoever sends it would. */
  public static io.tokenledger.events.UsageEvent decoded(String provider, String model, String file)
      throws IOException {
    ObjectNode event =
        JSON.createObjectNode()
            .put("eventId", "whole")
            .put("orgId", "acme")
            .put("provider", provider)
            .put("modelName", model);
    event.set("rawUsage", json(file));
    return TestLedger.decoded(event);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    boolean broken = status < 0;
    // A length that is not kept: the connection is closed before it.
    exchange.sendResponseHeaders(broken ? 200 : status, broken ? bytes.length * 2L : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

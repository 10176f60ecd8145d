package io.tokenledger.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.decode.UsageEventDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /v1/events} over real HTTP, with the ledger's own decoder and answers, and the
 * ledger's own rule of what counts: an id once. What a real one does besides is tried in
 * usage-ingest.
 */
public final class TestLedger implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What it does instead of answering as it should.
   *
   * @param status 0 to take the events and hang up without an answer
   */
  public record Fault(int status, Map<String, String> headers, String body) {}

  /** A request as it came. */
  public record Seen(String authorization, String encoding, int events) {}

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> counted = new LinkedHashMap<>();
  private final List<String> conflicts = new ArrayList<>();
  private volatile Fault always;
  private volatile String poison;
  private volatile String permittedOrg = "";
  private volatile Map<String, String> headers = Map.of();
  private volatile boolean understandsGzip = true;

  private TestLedger(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/v1/events", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public static TestLedger start() throws IOException {
    return new TestLedger(0);
  }

  public static TestLedger startAt(int port) throws IOException {
    return new TestLedger(port);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The next request ends like this. */
  public void failNext(int status, Map<String, String> withHeaders, String body) {
    faults.add(new Fault(status, withHeaders, body));
  }

  /** No more of what {@link #failNext} said. */
  public void forgive() {
    faults.clear();
  }

  /** Every request does, until it is null. */
  public void failAlways(Fault fault) {
    always = fault;
  }

  /** A batch with this event is refused as a whole. */
  public void refuseWith(String eventId) {
    poison = eventId;
  }

  /** Only of this org may be written. */
  public void permitOnly(String org) {
    permittedOrg = org;
  }

  public void answerWith(Map<String, String> added) {
    headers = added;
  }

  public void understandGzip(boolean understands) {
    understandsGzip = understands;
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** Each id once, in the order they came. */
  public synchronized List<JsonNode> counted() {
    return List.copyOf(counted.values());
  }

  public synchronized List<String> ids() {
    return List.copyOf(counted.keySet());
  }

  /** Ids that came again with another body. */
  public synchronized List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** As the ledger reads an event. */
  public static io.tokenledger.events.UsageEvent decoded(JsonNode event) {
    return new UsageEventDecoder().decode(event, Map.of(), Instant.now(), Instant.now());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
      byte[] body = exchange.getRequestBody().readAllBytes();
      Fault fault = always != null ? always : faults.poll();
      if (encoding != null && !understandsGzip) {
        reply(exchange, new Fault(415, Map.of(), problem("unsupported_media_type", "no gzip")));
        return;
      }
      JsonNode items = JSON.readTree(encoding == null ? body : unpacked(body));
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      seen.add(new Seen(authorization, encoding, items.size()));
      if (fault != null && fault.status() > 0) {
        reply(exchange, fault);
        return;
      }
      Fault answer = take(items);
      if (fault == null) {
        reply(exchange, answer);
      }
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  private synchronized Fault take(JsonNode items) {
    if (poison != null && items.findValuesAsText("eventId").contains(poison)) {
      return new Fault(413, Map.of(), problem("too_large", "5 MiB"));
    }
    ArrayNode rejected = JSON.createArrayNode();
    int forbidden = 0;
    int accepted = 0;
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      if (!permittedOrg.isEmpty() && !item.path("orgId").asText().equals(permittedOrg)) {
        forbidden++;
        rejected.add(rejection(i, item, "forbidden", "orgId must be an org of the token"));
      } else {
        accepted += count(i, item, rejected);
      }
    }
    if (forbidden == items.size()) {
      return new Fault(403, Map.of(), problem("forbidden", "not for this org"));
    }
    ObjectNode answer = JSON.createObjectNode().put("accepted", accepted);
    answer.set("rejected", rejected);
    return new Fault(accepted == 0 ? 400 : 202, headers, answer.toString());
  }

  private int count(int index, JsonNode item, ArrayNode rejected) {
    try {
      decoder.decode(item, Map.of(), Instant.now(), Instant.now());
      JsonNode before = counted.putIfAbsent(item.path("eventId").asText(), item);
      if (before != null && !before.equals(item)) {
        conflicts.add(item.path("eventId").asText());
      }
      return 1;
    } catch (InvalidEventException e) {
      rejected.add(rejection(index, item, e.code().code(), e.getMessage()));
      return 0;
    }
  }

  private static ObjectNode rejection(int index, JsonNode item, String code, String detail) {
    return JSON.createObjectNode()
        .put("index", index)
        .put("eventId", item.path("eventId").asText())
        .put("code", code)
        .put("detail", detail);
  }

  public static String problem(String code, String detail) {
    return JSON.createObjectNode().put("code", code).put("detail", detail).toString();
  }

  private static void reply(HttpExchange exchange, Fault answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] unpacked(byte[] body) {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

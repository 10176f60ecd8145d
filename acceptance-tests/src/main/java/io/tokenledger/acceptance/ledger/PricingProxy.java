package io.tokenledger.acceptance.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between usage-ingest and pricing-service, and answers as it is told. */
public final class PricingProxy implements AutoCloseable {

  /** Longer than usage-ingest waits for an answer. */
  private static final Duration TOO_SLOW = Duration.ofSeconds(6);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  /** How pricing-service seems to be. */
  public enum Mode {
    WELL,
    SLOW,
    FAILING,
    GARBAGE,
    TRUNCATED,
    /** Answers the first book that it ever gave. */
    OUTDATED,
    /** Breaks off every connection. */
    AWAY
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HttpServer server;
  private final String target;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Mode mode = Mode.WELL;
  private volatile byte[] firstBook = new byte[0];

  /**
   * @param target of pricing-service, such as {@code http://127.0.0.1:8082}
   */
  PricingProxy(String target) throws IOException {
    this.target = target;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void be(Mode other) {
    mode = other;
    asked.set(0);
  }

  /** How often it was asked since the mode was changed. */
  public int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      switch (mode) {
        case WELL -> forward(exchange);
        case SLOW -> {
          threads.awaitTermination(TOO_SLOW.toMillis(), TimeUnit.MILLISECONDS);
          forward(exchange);
        }
        case FAILING -> send(exchange, 500, "out of order".getBytes(StandardCharsets.UTF_8));
        case GARBAGE -> send(exchange, OK, "<html>Welcome!".getBytes(StandardCharsets.UTF_8));
        case TRUNCATED -> send(exchange, OK, Arrays.copyOf(firstBook, firstBook.length / 2));
        case OUTDATED -> send(exchange, OK, firstBook);
        case AWAY -> {}
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI())).timeout(PATIENCE);
    for (String header : new String[] {"Authorization", "If-None-Match"}) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() == OK && firstBook.length == 0) {
      firstBook = answer.body();
    }
    answer
        .headers()
        .firstValue("ETag")
        .ifPresent(etag -> exchange.getResponseHeaders().add("ETag", etag));
    send(exchange, answer.statusCode(), answer.body());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package io.tokenledger.prices.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the lists of the service under test. What it serves is set by {@code PUT} to the list's
 * own URL ({@link Feed}): Quarkus may load this class in another class loader than the test.
 */
public class FeedServer implements QuarkusTestResourceLifecycleManager {

  static final String STATUS = "X-Status";
  static final String TYPE = "X-Type";
  static final String HOLD = "X-Hold";

  private record Answer(int status, String type, byte[] body, CountDownLatch released) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    Map<String, String> settings = new HashMap<>();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    settings.put("openrouter-url", base + "/openrouter");
    settings.put("litellm-url", base + "/litellm");
    settings.put("allowed-hosts", "127.0.0.1");
    settings.put("allow-http", "true");
    settings.put("allow-private-addresses", "true");
    settings.put("timeout", "5s");
    settings.put("max-bytes", "100000");
    settings.put("max-quarantined", "3");
    Map<String, String> properties = new HashMap<>();
    settings.forEach((name, value) -> properties.put("tokenledger.prices.sync." + name, value));
    return properties;
  }

  @Override
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("PUT")) {
      Answer before = answers.put(path, answerOf(exchange));
      if (before != null) {
        before.released().countDown();
      }
      exchange.sendResponseHeaders(204, -1);
    } else {
      serve(exchange, answers.get(path));
    }
    exchange.close();
  }

  private static Answer answerOf(HttpExchange exchange) throws IOException {
    boolean isHeld = exchange.getRequestHeaders().containsKey(HOLD);
    return new Answer(
        Integer.parseInt(exchange.getRequestHeaders().getFirst(STATUS)),
        exchange.getRequestHeaders().getFirst(TYPE),
        exchange.getRequestBody().readAllBytes(),
        new CountDownLatch(isHeld ? 1 : 0));
  }

  private static void serve(HttpExchange exchange, Answer answer) throws IOException {
    try {
      answer.released().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }
}

package io.tokenledger.ingest.pricebook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.pricing.json.PriceBookJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Answers as pricing-service does. The tests' class loader is another: what it answers is set by
 * system properties.
 */
public class PriceServiceDouble implements QuarkusTestResourceLifecycleManager {

  private static final String VERSION = "tokenledger.testing.book-version";
  private static final String AWAY = "tokenledger.testing.pricing-away";

  private HttpServer server;

  static void setBook(long version) {
    System.setProperty(VERSION, Long.toString(version));
  }

  static void setAway(boolean away) {
    System.setProperty(AWAY, Boolean.toString(away));
  }

  @Override
  public Map<String, String> start() {
    try {
      setBook(1);
      setAway(false);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/v1/price-book", PriceServiceDouble::answer);
      server.start();
      return Map.of(
          "tokenledger.pricing.url",
          "http://127.0.0.1:" + server.getAddress().getPort(),
          "tokenledger.pricing.token",
          "a token");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      long version = Long.getLong(VERSION);
      String etag = "\"" + version + "\"";
      if (Boolean.getBoolean(AWAY)) {
        exchange.sendResponseHeaders(503, -1);
      } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        byte[] body =
            PriceBookJson.encode(PriceBook.of(version, BundledPriceList.book().versions()));
        exchange.getResponseHeaders().add("ETag", etag);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  static byte[] announcementOf(long version) {
    return ("{\"version\":" + version + "}").getBytes(StandardCharsets.UTF_8);
  }
}

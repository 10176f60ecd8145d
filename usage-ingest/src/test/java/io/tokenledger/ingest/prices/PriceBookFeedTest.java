package io.tokenledger.ingest.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceBookJson;
import io.tokenledger.pricing.PriceVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event keeps the cost it gets, so that none may be priced before the prices are known. */
class PriceBookFeedTest {

  private HttpServer pricingService;
  private volatile int status = 503;
  private volatile byte[] book = PriceBookJson.encode(PriceBook.bundled());

  @BeforeEach
  void start() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    pricingService = HttpServer.create(anyPort, 0);
    pricingService.createContext(
        "/v1/price-book",
        exchange -> {
          byte[] answer = book;
          try (exchange) {
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    pricingService.start();
  }

  @AfterEach
  void stop() {
    pricingService.stop(0);
  }

  @Test
  void nothingIsPricedBeforePricingServiceHasAnswered() {
    PriceBookFeed feed = feed(Optional.of("a token"));
    assertThatThrownBy(feed::requireKnown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pricing-service");
    status = 200;
    assertThatCode(feed::requireKnown).doesNotThrowAnyException();
  }

  @Test
  void theLastAnswerIsEnoughForAsLongAsPricingServiceIsAway() {
    status = 200;
    PriceBookFeed feed = feed(Optional.of("a token"));
    feed.requireKnown();
    status = 503;
    feed.refresh().await().indefinitely();
    assertThatCode(feed::requireKnown).doesNotThrowAnyException();
    assertThat(feed.current().version()).isEqualTo(PriceBook.bundled().version());
  }

  @Test
  void aliasesComeWithTheBook() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    ModelAlias alias =
        new ModelAlias(
            "alias:azure/prod@2026-01-01T00:00:00Z#1",
            1,
            "",
            "azure",
            "prod",
            start,
            start,
            Optional.of(new ModelAlias.Target("openai", "gpt-4o")));
    book = PriceBookJson.encode(PriceBook.of(1, PriceBook.bundled().versions(), List.of(alias)));
    status = 200;
    PriceBookFeed feed = feed(Optional.of("a token"));
    feed.requireKnown();
    assertThat(feed.current().find("acme", "azure", "prod", start))
        .map(PriceVersion::modelName)
        .contains("gpt-4o");
  }

  @Test
  void withoutPricingServiceTheBundledListPrices() {
    assertThatCode(feed(Optional.empty())::requireKnown).doesNotThrowAnyException();
  }

  private PriceBookFeed feed(Optional<String> token) {
    URI url = URI.create("http://127.0.0.1:" + pricingService.getAddress().getPort());
    return new PriceBookFeed(
        new PricingConfig() {
          @Override
          public URI url() {
            return url;
          }

          @Override
          public Optional<String> token() {
            return token;
          }

          @Override
          public Duration refresh() {
            return Duration.ofSeconds(10);
          }
        });
  }
}

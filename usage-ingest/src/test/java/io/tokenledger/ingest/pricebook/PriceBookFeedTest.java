package io.tokenledger.ingest.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.service.pricebook.PricingConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event keeps the cost it gets, so that none may be priced before the prices are known. */
class PriceBookFeedTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer pricingService;
  private volatile int status = 503;
  private volatile PriceBook book = BundledPriceList.book();

  @BeforeEach
  void start() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    pricingService = HttpServer.create(anyPort, 0);
    pricingService.createContext(
        "/v1/price-book",
        exchange -> {
          asked.incrementAndGet();
          byte[] answer = PriceBookJson.encode(book);
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
  void aLaneThatStartsBeforePricingServiceGoesOnAsSoonAsItAnswers() {
    PriceBookFeed feed = feed(Optional.of("a token"));
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(feed::requireKnown);
    Awaitility.await().until(() -> asked.get() > 2);
    assertThat(waiting).isNotDone();
    status = 200;
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(2));
    assertThat(feed.current().version()).isEqualTo(BundledPriceList.book().version());
  }

  @Test
  void theLastAnswerIsEnoughForAsLongAsPricingServiceIsAway() {
    status = 200;
    PriceBookFeed feed = feed(Optional.of("a token"));
    feed.requireKnown();
    status = 503;
    feed.refresh().await().indefinitely();
    assertThatCode(feed::requireKnown).doesNotThrowAnyException();
    assertThat(feed.current().version()).isEqualTo(BundledPriceList.book().version());
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
            Optional.of(new ModelName("openai", "gpt-4o")));
    book = PriceBook.of(1, BundledPriceList.book().versions(), List.of(alias));
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

  /** Cut off from pricing-service while the change was announced: asked until it is there. */
  @Test
  void anAnnouncedBookThatCouldNotBeHadIsAskedForUntilItIsThere() {
    PriceBookFeed feed = knownFeed();
    status = 503;
    announce(feed, 7);
    lookAgain(feed);
    assertThat(feed.current().version()).isZero();
    book = bundledAs(7);
    status = 200;
    lookAgain(feed);
    assertThat(feed.current().version()).isEqualTo(7);
  }

  /** A replica that has not seen the change yet answers the book of before. */
  @Test
  void anOlderBookThanAnnouncedIsNotTheEndOfAsking() {
    PriceBookFeed feed = knownFeed();
    book = bundledAs(6);
    announce(feed, 7);
    assertThat(feed.current().version()).isEqualTo(6);
    book = bundledAs(7);
    lookAgain(feed);
    assertThat(feed.current().version()).isEqualTo(7);
  }

  @Test
  void itIsNotAskedForAgainWhenTheAnnouncedBookIsHere() {
    PriceBookFeed feed = knownFeed();
    book = bundledAs(7);
    announce(feed, 7);
    book = bundledAs(8);
    lookAgain(feed);
    assertThat(feed.current().version()).isEqualTo(7);
  }

  @Test
  void anAnnouncementThatCannotBeReadIsStillNews() {
    PriceBookFeed feed = knownFeed();
    book = bundledAs(3);
    feed.onChange("?".getBytes(StandardCharsets.UTF_8)).await().indefinitely();
    assertThat(feed.current().version()).isEqualTo(3);
  }

  /** The database of pricing-service was restored: its numbers are given again. */
  @Test
  void aBookOfAnotherLineIsTakenAtAnyNumber() {
    PriceBookFeed feed = knownFeed();
    book = bundledAs(12).ofLine("one");
    announce(feed, 12);
    book = bundledAs(11).ofLine("two");
    feed.onChange("{\"version\":11,\"line\":\"two\"}".getBytes(StandardCharsets.UTF_8))
        .await()
        .indefinitely();
    assertThat(feed.current().version()).isEqualTo(11);
    assertThat(feed.current().line()).isEqualTo("two");
  }

  /** Otherwise a ghost of the lost time prices on, and its age says that all is well. */
  @Test
  void anOlderBookOfTheSameLineIsNotTakenAndConfirmsNothing() {
    PriceBookFeed feed = knownFeed();
    book = bundledAs(12).ofLine("one");
    announce(feed, 12);
    double age = meters.get("tokenledger.price.book.age.seconds").gauge().value();
    book = bundledAs(11).ofLine("one");
    feed.refresh().await().indefinitely();
    assertThat(feed.current().version()).isEqualTo(12);
    assertThat(meters.get("tokenledger.price.book.age.seconds").gauge().value()).isGreaterThan(age);

    book = bundledAs(13);
    feed.refresh().await().indefinitely();
    assertThat(feed.current().version()).isEqualTo(13);
  }

  /** Read whole, a book without a bound would end the process, and again after each start. */
  @Test
  void aBookThatIsTooLargeIsNotTakenAndTheOneAtHandPricesOn() {
    PriceBookFeed feed = knownFeed();
    ModelAlias alias =
        new ModelAlias(
            "a".repeat(900), 9, "", "azure", "b", Instant.EPOCH, Instant.EPOCH, Optional.empty());
    book = PriceBook.of(9, BundledPriceList.book().versions(), Collections.nCopies(5_000, alias));
    announce(feed, 9);
    assertThat(feed.current().version()).isZero();
    assertThatCode(feed::requireKnown).doesNotThrowAnyException();

    book = bundledAs(10);
    lookAgain(feed);
    assertThat(feed.current().version()).isEqualTo(10);
  }

  private PriceBookFeed knownFeed() {
    status = 200;
    PriceBookFeed feed = feed(Optional.of("a token"));
    feed.requireKnown();
    return feed;
  }

  private static PriceBook bundledAs(long version) {
    return PriceBook.of(version, BundledPriceList.book().versions());
  }

  private static void announce(PriceBookFeed feed, long version) {
    byte[] announcement = ("{\"version\":" + version + "}").getBytes(StandardCharsets.UTF_8);
    feed.onChange(announcement).await().indefinitely();
  }

  private static void lookAgain(PriceBookFeed feed) {
    feed.refreshWhenDue().await().indefinitely();
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
            return Duration.ofDays(1);
          }

          @Override
          public Duration lookEvery() {
            return Duration.ofSeconds(1);
          }

          @Override
          public Duration patience() {
            return Duration.ofSeconds(5);
          }

          @Override
          public int maxBookMib() {
            return 4;
          }
        },
        meters);
  }
}

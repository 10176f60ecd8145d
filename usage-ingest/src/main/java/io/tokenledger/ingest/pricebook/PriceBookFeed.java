package io.tokenledger.ingest.pricebook;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.PriceBooks;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceBookJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps the local price book: the last answer of pricing-service for as long as it is away, and the
 * bundled list where there is no pricing-service (no token for it).
 */
@ApplicationScoped
class PriceBookFeed implements PriceBooks {

  private static final Logger LOG = Logger.getLogger(PriceBookFeed.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A turn that comes a little early is not left out. */
  private static final Duration HALF_A_TURN = Duration.ofMillis(500);

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final PricingConfig config;
  private volatile PriceBook book = PriceBook.bundled();
  private volatile String etag = "";
  private volatile boolean away;
  private volatile boolean known;
  private volatile long announced;
  private volatile boolean confirmed;
  private volatile long confirmedAt;
  private volatile long askedAt = System.nanoTime() - Duration.ofDays(1).toNanos();

  PriceBookFeed(PricingConfig config, MeterRegistry meters) {
    this.config = config;
    Gauge.builder("tokenledger.price.book.version", () -> book.version())
        .description("Number of the price book that events are priced with; 0 is the bundled list")
        .register(meters);
    Gauge.builder("tokenledger.price.book.age.seconds", this::secondsSinceConfirmed)
        .description("Since when pricing-service has not confirmed the price book; NaN before")
        .register(meters);
  }

  @Override
  public PriceBook current() {
    return book;
  }

  @Override
  public void requireKnown() {
    if (!known && config.token().isPresent()) {
      refresh().await().indefinitely(); // The request itself has a time-out.
      if (!known) {
        throw new IllegalStateException("pricing-service has not answered since the start");
      }
    }
  }

  /**
   * The announcement says only that there is something new: the book says what. Should it not be
   * had now, or an older one come from a replica that is behind, it is asked for until it is there.
   */
  @Incoming("pricing-changes")
  Uni<Void> onChange(byte[] announcement) {
    announced = Math.max(announced, Announcements.versionIn(announcement));
    return refresh();
  }

  /** When a later book was announced than is here, and now and then: announcements may be lost. */
  @Scheduled(every = "1s", concurrentExecution = SKIP)
  Uni<Void> refreshWhenDue() {
    boolean behind = announced > book.version();
    boolean due = System.nanoTime() - askedAt >= config.refresh().minus(HALF_A_TURN).toNanos();
    return config.token().isPresent() && (behind || due) ? refresh() : Uni.createFrom().voidItem();
  }

  Uni<Void> refresh() {
    askedAt = System.nanoTime();
    return Uni.createFrom()
        .completionStage(() -> http.sendAsync(request(), HttpResponse.BodyHandlers.ofByteArray()))
        .invoke(this::take)
        .onFailure()
        .invoke(this::keepWhatWeHave)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private HttpRequest request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(config.url().resolve("/v1/price-book")).timeout(PATIENCE);
    config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    if (!etag.isEmpty()) {
      request.header("If-None-Match", etag);
    }
    return request.build();
  }

  private synchronized void take(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == OK) {
      PriceBook taken = PriceBookJson.decode(answer.body());
      if (taken.version() >= book.version()) {
        book = taken;
        etag = answer.headers().firstValue("ETag").orElse("");
        known = true;
        LOG.infof("Pricing with price book %d", taken.version());
      }
    } else if (answer.statusCode() != NOT_MODIFIED) {
      throw new IllegalStateException("pricing-service answered " + answer.statusCode());
    }
    away = false;
    confirmedAt = System.nanoTime();
    confirmed = true;
  }

  private double secondsSinceConfirmed() {
    return confirmed ? (System.nanoTime() - confirmedAt) / 1e9 : Double.NaN;
  }

  private void keepWhatWeHave(Throwable failure) {
    if (!away) {
      LOG.warnf(
          "No news from pricing-service, pricing on with book %d: %s", book.version(), failure);
      away = true;
    }
  }
}

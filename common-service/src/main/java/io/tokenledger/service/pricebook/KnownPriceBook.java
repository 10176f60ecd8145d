package io.tokenledger.service.pricebook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.json.PriceBookJson;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The price book in memory: the last answer of pricing-service for as long as it is away, and the
 * bundled list where there is no pricing-service (no token for it). Whoever holds one says when it
 * is asked for.
 */
public final class KnownPriceBook {

  private static final Logger LOG = Logger.getLogger(KnownPriceBook.class);
  private static final int BEHIND_SECONDS = 10;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final HttpClient http;
  private final PricingConfig config;
  private final long maxBytes;
  private final AtomicReference<PriceBookState> state =
      new AtomicReference<>(PriceBookState.atStart());

  private volatile long bytes;
  private volatile boolean behindTold;

  public KnownPriceBook(PricingConfig config, MeterRegistry meters) {
    this.config = config;
    this.maxBytes = config.maxBookMib() * (1L << 20);
    this.http = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    Gauge.builder("tokenledger.price.book.version", () -> current().version())
        .description("Number of the price book that events are priced with; 0 is the bundled list")
        .register(meters);
    Gauge.builder(
            "tokenledger.price.book.age.seconds", () -> state.get().secondsSinceConfirmed(now()))
        .description("Since when pricing-service has not confirmed the price book; NaN before")
        .register(meters);
    Gauge.builder("tokenledger.price.book.bytes", () -> bytes)
        .description("Size of the price book as JSON, when it was last taken")
        .register(meters);
    Gauge.builder("tokenledger.price.book.max.bytes", () -> maxBytes)
        .description("The size above which no price book is taken")
        .register(meters);
  }

  public PriceBook current() {
    return state.get().book();
  }

  /** Whether pricing-service has answered since the start, or there is none to answer. */
  public boolean isKnown() {
    return state.get().isKnown() || config.token().isEmpty();
  }

  /** That there is a book of this line and number, which is asked for until it is there. */
  public void announced(String line, long version) {
    state.updateAndGet(known -> known.announced(line, version));
  }

  /** When a later book was announced than is here, and now and then: announcements may be lost. */
  public Uni<Void> refreshWhenDue() {
    // Asked for in this turn when the next one would be too late.
    Duration refresh = config.refresh().minus(config.lookEvery());
    return config.token().isPresent() && state.get().isDue(now(), refresh)
        ? refresh()
        : Uni.createFrom().voidItem();
  }

  /** Asks for the book. It never fails: the one at hand prices on. */
  public Uni<Void> refresh() {
    state.updateAndGet(known -> known.asked(now()));
    return Uni.createFrom()
        .completionStage(() -> http.sendAsync(request(), BoundedBody.of(maxBytes)))
        .invoke(this::take)
        .onFailure()
        .invoke(this::keepWhatWeHave)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private HttpRequest request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(config.url().resolve("/v1/price-book")).timeout(config.patience());
    config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    String etag = state.get().etag();
    if (!etag.isEmpty()) {
      request.header("If-None-Match", etag);
    }
    return request.build();
  }

  private void take(HttpResponse<byte[]> answer) {
    switch (answer.statusCode()) {
      case OK -> {
        PriceBook taken = PriceBookJson.decode(answer.body());
        bytes = answer.body().length;
        String etag = answer.headers().firstValue("ETag").orElse("");
        PriceBookState before = state.getAndUpdate(known -> known.answered(taken, etag, now()));
        tell(taken, before);
      }
      case NOT_MODIFIED -> state.updateAndGet(known -> known.confirmed(now()));
      default -> throw new IllegalStateException("pricing-service answered " + answer.statusCode());
    }
  }

  /** That a replica is behind for a moment is told by the book's age alone. */
  private void tell(PriceBook taken, PriceBookState before) {
    if (!before.isBehind(taken)) {
      behindTold = false;
      LOG.infof("Pricing with price book %d %s", taken.version(), taken.line());
    } else if (!behindTold && before.secondsSinceConfirmed(now()) > BEHIND_SECONDS) {
      behindTold = true;
      LOG.errorf(
          "pricing-service answers price book %d, which is older than %d, that prices on. If its"
              + " database was restored, begin a new line of the book, as the runbook says",
          taken.version(), before.book().version());
    }
  }

  private void keepWhatWeHave(Throwable failure) {
    PriceBookState before = state.getAndUpdate(PriceBookState::unanswered);
    if (!before.isAway()) {
      LOG.warnf(
          "No news from pricing-service, pricing on with book %d: %s",
          before.book().version(), failure);
    }
  }

  private static long now() {
    return System.nanoTime();
  }
}

package io.tokenledger.ingest.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast the events of one sender are taken. A partition is read in its order: what one org sends
 * faster than it is counted, the others of its partition would wait for. What a request holds is
 * known when it has been read; so it is taken as a whole, and the next ones wait until it is paid.
 */
@ApplicationScoped
class SenderRates {

  private final long nanosPerUnit;
  private final long burstNanos;
  private final Ticker ticker;

  /** By sender, when what was taken of it will be paid; what is paid is forgotten. */
  private final Cache<String, AtomicLong> paidAt;

  @Inject
  SenderRates(IntakeConfig config) {
    this(config.eventsPerSecond(), config.burst(), Ticker.systemTicker());
  }

  SenderRates(int unitsPerSecond, int burst, Ticker ticker) {
    this.nanosPerUnit = TimeUnit.SECONDS.toNanos(1) / unitsPerSecond;
    this.burstNanos = burst * nanosPerUnit;
    this.ticker = ticker;
    this.paidAt =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterAccess(Duration.ofNanos(burstNanos).plusMinutes(10))
            .build();
  }

  boolean isAhead(String sender) {
    AtomicLong paid = paidAt.getIfPresent(sender);
    return paid != null && paid.get() - ticker.read() > burstNanos;
  }

  /**
   * @param units at most what a request can hold
   */
  void charge(String sender, long units) {
    long now = ticker.read();
    paidAt
        .get(sender, first -> new AtomicLong(now))
        .updateAndGet(paid -> Math.max(paid, now) + units * nanosPerUnit);
  }
}

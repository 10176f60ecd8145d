package io.tokenledger.ingest.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast the events of one sender are taken. A partition is read in its order: what one org sends
 * faster than it is counted, the others of its partition would wait for. What a request holds is
 * known when it has been read; so it is taken as a whole, and the next ones wait until it is paid.
 */
@ApplicationScoped
public class SenderRates {

  /** For who forgets what is refused, as LiteLLM's callback does. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

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

  /**
   * Waits a little until what was taken is paid.
   *
   * @throws RefusedException when that would be long
   */
  public void awaitPaid(String sender) {
    long ahead = nanosAhead(sender);
    if (ahead > LONGEST_WAIT.toNanos()) {
      throw new RefusedException(
          Reason.ORG_BUSY,
          "More events of this sender came than are taken at once: send them again.");
    }
    if (ahead > 0) {
      LockSupport.parkNanos(ahead);
    }
  }

  private long nanosAhead(String sender) {
    AtomicLong paid = paidAt.getIfPresent(sender);
    return paid == null ? 0 : paid.get() - ticker.read() - burstNanos;
  }

  /**
   * @param units at most what a request can hold; below 0 for what was charged too much
   */
  public void charge(String sender, long units) {
    long now = ticker.read();
    paidAt
        .get(sender, first -> new AtomicLong(now))
        .updateAndGet(paid -> Math.max(paid, now) + units * nanosPerUnit);
  }
}

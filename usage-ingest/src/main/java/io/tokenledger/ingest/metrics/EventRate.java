package io.tokenledger.ingest.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;

/** Events per second in the last minute, counted by second. */
public final class EventRate {

  private static final int WINDOW = 60;
  private static final int DIGITS = 1;

  private final Clock clock;
  private final long start;
  private final long[] seconds = new long[WINDOW];
  private final long[] counts = new long[WINDOW];

  public EventRate(Clock clock) {
    this.clock = clock;
    this.start = clock.instant().getEpochSecond();
  }

  public Instant since() {
    return Instant.ofEpochSecond(start);
  }

  public synchronized void add(long events) {
    long now = clock.instant().getEpochSecond();
    int place = (int) (now % WINDOW);
    if (seconds[place] != now) {
      seconds[place] = now;
      counts[place] = 0;
    }
    counts[place] += events;
  }

  /** Over the time since the start, while that is shorter than a minute. */
  public synchronized BigDecimal perSecond() {
    long now = clock.instant().getEpochSecond();
    long events = 0;
    for (int place = 0; place < WINDOW; place++) {
      if (now - seconds[place] < WINDOW) {
        events += counts[place];
      }
    }
    long span = Math.max(1, Math.min(WINDOW, now - start));
    return BigDecimal.valueOf(events)
        .divide(BigDecimal.valueOf(span), DIGITS, RoundingMode.HALF_EVEN);
  }
}

package io.tokenledger.gateway.accounting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts the calls that were served and are in no journal, and tells of them once a minute. */
final class Unrecorded {

  private static final Logger LOG = Logger.getLogger(Unrecorded.class);
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Counter counter;
  private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - MINUTE);

  Unrecorded(MeterRegistry meters) {
    this.counter =
        Counter.builder("tokenledger.gateway.unrecorded")
            .description("Calls that were served though the journal could not hold them")
            .register(meters);
  }

  void count(String why) {
    counter.increment();
    long now = System.nanoTime();
    long told = toldAt.get();
    if (now - told >= MINUTE && toldAt.compareAndSet(told, now)) {
      LOG.errorf(
          "Calls are served without being recorded, %.0f since the start: %s",
          counter.count(), why);
    }
  }

  /** Since the start. */
  long count() {
    return (long) counter.count();
  }
}

package io.tokenledger.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call under way, begun by {@link UsageTracker#begin}: for streams, whose end comes in another
 * place. The first of {@link #succeeded}, {@link #failed} and {@link #close} ends and records it;
 * all after it change nothing. What happens in several threads must happen one after the other.
 */
public final class MeteredCall implements AutoCloseable {

  private final UsageTracker tracker;
  private final UsageEventBuilder event;
  private final long startedNanos = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean begun = new AtomicBoolean();

  MeteredCall(UsageTracker tracker, UsageEventBuilder event) {
    this.tracker = tracker;
    this.event = event.occurredAt(Instant.now());
  }

  /** To say what was used, and whatever else is known before the end. */
  public UsageEventBuilder event() {
    return event;
  }

  /** A token came; the first one counts. */
  public void token() {
    if (begun.compareAndSet(false, true)) {
      event.timeToFirstToken(elapsed());
    }
  }

  /** It came to its end. */
  public void succeeded() {
    end();
  }

  /** It failed; what was used until then is what {@link #event} was told, and nothing otherwise. */
  public void failed(Throwable failure) {
    if (!ended.get()) {
      event.success(false).errorMessage(tracker.describe(failure));
      if (begun.get()) {
        event.usageSource(UsageSource.PARTIAL);
      }
      end();
    }
  }

  /** Nobody saw the end: recorded as partial. */
  @Override
  public void close() {
    if (!ended.get()) {
      event.usageSource(UsageSource.PARTIAL);
      end();
    }
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      tracker.record(event.duration(elapsed()).build());
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }
}

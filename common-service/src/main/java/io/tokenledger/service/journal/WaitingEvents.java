package io.tokenledger.service.journal;

import java.time.Duration;
import java.util.Optional;

/**
 * The events of a journal that are to be sent: what {@link UsagePublisher} asks of it, in one
 * thread.
 */
public interface WaitingEvents extends AutoCloseable {

  /**
   * One of them.
   *
   * @param position of its record
   */
  record Waiting(long position, JournaledEvent event) {}

  /** From the first that was not acknowledged when it was opened; empty when there is none now. */
  Optional<Waiting> next();

  /** Whether all that was written has been read. */
  boolean isAtEnd();

  /** Waits until there is more to read, so long at most. */
  void awaitMore(Duration atMost) throws InterruptedException;

  /** Kafka has acknowledged the event at the position, in whatever order. */
  void sent(long position);

  /** The journal need not keep what stands before the first that is still needed. */
  void forgetSent();

  /**
   * @param nanoTime since when the oldest event is on its way, by {@link System#nanoTime}; empty
   *     when none is
   */
  void oldestSince(Optional<Long> nanoTime);

  @Override
  void close();
}

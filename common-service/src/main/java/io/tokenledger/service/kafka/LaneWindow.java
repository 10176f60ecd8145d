package io.tokenledger.service.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** How long a lane folds before it flushes. Knows no clock: it is told what time it is. */
final class LaneWindow {

  /** So many messages within the shortest window make a stream busy: more than one poll gives. */
  private static final int BUSY_FROM = 100;

  private final FoldingBatches.Window bounds;
  private boolean open;
  private int messages;
  private long openedAt;
  private long cameAt;
  private Duration length;
  private long countedFrom;
  private int count;
  private int countBefore;

  LaneWindow(FoldingBatches.Window bounds) {
    this.bounds = bounds;
    this.length = bounds.shortest();
  }

  /**
   * @param nanos as {@link System#nanoTime()} has it
   * @param now as {@link System#currentTimeMillis()} has it
   */
  void took(ConsumerRecords<?, ?> polled, long nanos, long now) {
    if (!open) {
      open = true;
      openedAt = nanos;
      messages = 0;
      length = bounds.shortest();
    }
    if (!polled.isEmpty()) {
      length = messages == 0 ? lengthFor(polled, now) : length;
      messages += polled.count();
      cameAt = nanos;
      count(polled.count(), nanos);
    }
  }

  /** The first message that comes tells how far the lane lags. */
  private Duration lengthFor(ConsumerRecords<?, ?> polled, long now) {
    long oldest = now;
    for (ConsumerRecord<?, ?> each : polled) {
      oldest = Math.min(oldest, each.timestamp());
    }
    Duration lag = Duration.ofMillis(now - oldest);
    Duration least = lag.compareTo(bounds.shortest()) > 0 ? lag : bounds.shortest();
    return least.compareTo(bounds.longest()) > 0 ? bounds.longest() : least;
  }

  /** Over the last one or two shortest windows: a single poll of a busy stream may give little. */
  private void count(int more, long nanos) {
    long bucket = bounds.shortest().toNanos();
    if (nanos - countedFrom >= bucket) {
      countBefore = nanos - countedFrom >= 2 * bucket ? 0 : count;
      count = 0;
      countedFrom = nanos;
    }
    count += more;
  }

  /** How many messages it has. */
  int messages() {
    return open ? messages : 0;
  }

  boolean isOpen() {
    return open;
  }

  boolean isOver(long nanos) {
    return open && nanosLeft(nanos) <= 0;
  }

  /** For how long more may be waited for; at most so long as given. */
  Duration wait(Duration most, long nanos) {
    long left = open ? Math.max(0, nanosLeft(nanos)) : Long.MAX_VALUE;
    return left < most.toNanos() ? Duration.ofNanos(left) : most;
  }

  private long nanosLeft(long nanos) {
    if (messages > 0 && isQuiet()) {
      return 0;
    }
    long end = openedAt + length.toNanos();
    // Under load, too, polls are empty between two transactions of who writes.
    long quiet = messages > 0 ? cameAt + bounds.shortest().toNanos() : end;
    return Math.min(end - nanos, quiet - nanos);
  }

  private boolean isQuiet() {
    return count + countBefore < BUSY_FROM && length.equals(bounds.shortest());
  }

  void close() {
    open = false;
    messages = 0;
  }
}

package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.LongSummaryStatistics;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** How long a lane folds before it flushes. Knows no clock: it is told what time it is. */
final class LaneWindow {

  /** So many messages within the shortest window make a stream busy: more than one poll gives. */
  private static final int BUSY_FROM = 100;

  /** A lane that lags no more than this has caught up: what comes is to be seen soon. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final FoldingBatches.Window bounds;
  private boolean open;
  private final Set<TopicPartition> partitions = new HashSet<>();
  private int messages;
  private long openedAt;
  private long cameAt;
  private Duration lag;
  private Duration lastFlush = Duration.ZERO;
  private long countedFrom;
  private int count;
  private int countBefore;

  LaneWindow(FoldingBatches.Window bounds) {
    this.bounds = bounds;
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
      lag = Duration.ZERO;
      partitions.clear();
    }
    long newest = 0;
    for (TopicPartition partition : polled.partitions()) {
      LongSummaryStatistics times = new LongSummaryStatistics();
      polled.records(partition).forEach(each -> times.accept(each.timestamp()));
      newest = Math.max(newest, times.getMax());
      lags(partition, Duration.ofMillis(Math.max(0, now - times.getMin())));
    }
    if (!polled.isEmpty()) {
      messages += polled.count();
      cameAt = nanos;
      count(polled.count(), newest);
    }
  }

  /**
   * The first that comes of a partition tells how far it lags, and the partition that lags least
   * how far the lane does: who fills one partition does not make the figures of the others late.
   */
  private void lags(TopicPartition partition, Duration its) {
    boolean first = partitions.isEmpty();
    if (partitions.add(partition) && (first || its.compareTo(lag) < 0)) {
      lag = its;
    }
  }

  /**
   * Over one or two of the shortest windows, by the time at which messages were sent: a single poll
   * of a busy stream may give little, and a flush may take long.
   */
  private void count(int more, long sent) {
    long bucket = bounds.shortest().toMillis();
    if (sent - countedFrom >= bucket) {
      countBefore = sent - countedFrom >= 2 * bucket ? 0 : count;
      count = 0;
      countedFrom = sent;
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
    long end = openedAt + length().toNanos();
    // Under load, too, polls are empty between two transactions of who writes.
    long quiet = messages > 0 ? cameAt + bounds.shortest().toNanos() : end;
    return Math.min(end - nanos, quiet - nanos);
  }

  private boolean isQuiet() {
    return count + countBefore < BUSY_FROM && lag.compareTo(FRESH) <= 0;
  }

  private Duration length() {
    // So that a lane spends half of its time with flushes, at most.
    Duration worthIt = longer(lastFlush, lag.minus(FRESH));
    Duration wanted = longer(bounds.shortest(), worthIt);
    return wanted.compareTo(bounds.longest()) > 0 ? bounds.longest() : wanted;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  void flushed(Duration took) {
    lastFlush = took;
    close();
  }

  void close() {
    open = false;
    messages = 0;
  }
}

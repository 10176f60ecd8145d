package io.tokenledger.bench.gateway;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Collects the times of a run's calls from several threads, until all that call have closed. */
final class CallTimes {

  private static final int PATIENCE_SECONDS = 120;
  private static final long NANOS_PER_MICRO = 1_000;

  private final ConcurrentLinkedQueue<Long> firstBytes = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> wholes = new ConcurrentLinkedQueue<>();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
  private final CountDownLatch calling;

  CallTimes(int calling) {
    this.calling = new CountDownLatch(calling);
  }

  /**
   * What was measured.
   *
   * @param failed calls that were not answered whole; they have no times
   */
  record Figures(
      long calls,
      long failed,
      long firstByteP50Micros,
      long firstByteP99Micros,
      long p50Micros,
      long p99Micros) {}

  void add(long nanosToFirstByte, long nanosToEnd) {
    firstBytes.add(nanosToFirstByte);
    wholes.add(nanosToEnd);
  }

  void fail(Throwable cause) {
    failed.incrementAndGet();
    firstFailure.compareAndSet(null, cause);
  }

  void close() {
    calling.countDown();
  }

  /**
   * @throws IllegalStateException when not one call was answered
   */
  Figures await() throws InterruptedException {
    boolean ended = calling.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended || wholes.isEmpty()) {
      throw new IllegalStateException(
          "Calls are not answered, %d so far".formatted(wholes.size()), firstFailure.get());
    }
    if (firstFailure.get() != null) {
      System.err.printf("%d calls failed; the first: %s%n", failed.get(), firstFailure.get());
    }
    long[] first = sorted(firstBytes);
    long[] whole = sorted(wholes);
    return new Figures(
        whole.length,
        failed.get(),
        percentile(first, 50),
        percentile(first, 99),
        percentile(whole, 50),
        percentile(whole, 99));
  }

  private static long[] sorted(Collection<Long> nanos) {
    long[] times = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(times);
    return times;
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted[(int) ((sorted.length - 1L) * percent / 100)] / NANOS_PER_MICRO;
  }
}

package io.tokenledger.acceptance.hostile;

import java.util.ArrayList;
import java.util.List;

/** What the others see while one attack lasts: only what was begun since its begin. */
final class Samples {

  private static final int FAILURES_KEPT = 20;

  private final List<Long> reads = new ArrayList<>();
  private final List<Long> freshness = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private long since = System.nanoTime();

  synchronized void begin() {
    since = System.nanoTime();
    reads.clear();
    freshness.clear();
    failures.clear();
  }

  synchronized void read(long begunNanos) {
    add(reads, begunNanos);
  }

  synchronized void visible(long sentNanos) {
    add(freshness, sentNanos);
  }

  /** A read or a request with events that was not answered well. */
  synchronized void failed(long begunNanos, String what) {
    if (begunNanos >= since && failures.size() < FAILURES_KEPT) {
      failures.add(what);
    }
  }

  synchronized Latency reads() {
    return Latency.of(reads);
  }

  synchronized Latency freshness() {
    return Latency.of(freshness);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  private void add(List<Long> to, long begunNanos) {
    if (begunNanos >= since) {
      to.add(System.nanoTime() - begunNanos);
    }
  }
}

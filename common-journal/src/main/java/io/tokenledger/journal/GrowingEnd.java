package io.tokenledger.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The position after the last record, and those who wait for the next one. */
final class GrowingEnd {

  private long position;

  GrowingEnd(long position) {
    this.position = position;
  }

  synchronized void grow(long end) {
    position = end;
    notifyAll();
  }

  synchronized long position() {
    return position;
  }

  /** True when it is beyond {@code passed} now. */
  synchronized boolean awaitBeyond(long passed, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (position <= passed && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    return position > passed;
  }
}

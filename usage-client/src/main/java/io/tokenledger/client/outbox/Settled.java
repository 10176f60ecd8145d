package io.tokenledger.client.outbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How far all is done with, and those who wait for it. */
final class Settled {

  private long upTo;

  Settled(long upTo) {
    this.upTo = upTo;
  }

  synchronized void advanceTo(long position) {
    upTo = Math.max(upTo, position);
    notifyAll();
  }

  synchronized long upTo() {
    return upTo;
  }

  /** False when it was not in time. */
  synchronized boolean await(long position, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (upTo < position && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    return upTo >= position;
  }
}

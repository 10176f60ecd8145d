package io.tokenledger.client.sending;

import java.time.Duration;
import java.util.Optional;

/** When to send next, and how many. One thread, but where it is said. */
final class Pace {

  static final int MOST_EVENTS = 500;

  /** As long as the ledger said it, no hurry counts. */
  private static final Duration HURRIED = Duration.ofMillis(250);

  private final Backoff backoff;
  private int limit = MOST_EVENTS;
  private long notBefore = System.nanoTime();
  private boolean asked;
  private volatile boolean failing;

  Pace(Duration first, Duration longest) {
    this.backoff = new Backoff(first, longest);
  }

  int limit() {
    return limit;
  }

  /** From any thread. */
  boolean isFailing() {
    return failing;
  }

  void succeeded() {
    backoff.succeeded();
    failing = false;
    limit = Math.min(MOST_EVENTS, limit * 2);
  }

  void failed(Optional<Duration> after) {
    failing = true;
    asked = after.isPresent();
    Duration own = backoff.failed();
    Duration wait = after.filter(longer -> longer.compareTo(own) > 0).orElse(own);
    notBefore = System.nanoTime() + wait.toNanos();
  }

  /** Of these one spoils the others: fewer, until it is alone. */
  void halve(int sent) {
    limit = Math.max(1, sent / 2);
  }

  /** Zero or less when it may be sent now. */
  long nanosToWait(boolean hurry) {
    long left = notBefore - System.nanoTime();
    return hurry && !asked ? Math.min(left, HURRIED.toNanos()) : left;
  }
}

package io.tokenledger.client.sending;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after failures in a row: twice as long each time, and of that a random part, so
 * that many senders do not come back in one moment.
 */
final class Backoff {

  private static final int MAX_DOUBLINGS = 10;

  private final Duration first;
  private final Duration longest;
  private int failures;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  void succeeded() {
    failures = 0;
  }

  /** Between a half of it and all of it. */
  Duration failed() {
    long most = first.toMillis() << Math.min(failures, MAX_DOUBLINGS);
    failures++;
    long bounded = Math.max(1, Math.min(most, longest.toMillis()));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bounded / 2, bounded + 1));
  }
}

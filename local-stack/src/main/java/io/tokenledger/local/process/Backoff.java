package io.tokenledger.local.process;

import java.time.Duration;

/** How long to wait before the next start: short at first, then longer while it keeps failing. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(250);

  /** A process that lived this long is taken to have started well. */
  private static final Duration GOOD_LIFE = Duration.ofSeconds(60);

  private final Duration longest;
  private Duration next = FIRST;

  Backoff(Duration longest) {
    this.longest = longest;
  }

  Duration after(Duration lived) {
    Duration wait = lived.compareTo(GOOD_LIFE) >= 0 ? FIRST : next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return wait;
  }
}

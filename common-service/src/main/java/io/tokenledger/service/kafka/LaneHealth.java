package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a lane works, and how long it waits after a failure. A failure is over when work is
 * handled again, or when nothing comes and nothing fails for a while: to have its partitions, or to
 * poll once in peace, proves nothing yet about the step that failed.
 */
final class LaneHealth {

  static final Duration STUCK_AFTER = Duration.ofSeconds(15);
  static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  static final Duration CALM = Duration.ofSeconds(5);

  private static final int DOUBLINGS = 10;

  private final LongSupplier nanoTime;
  private boolean working;
  private boolean stepping;
  private long stepBegan;
  private boolean waiting;
  private long waitingSince;
  private long quietSince;
  private boolean quiet;
  private int failures;

  LaneHealth() {
    this(System::nanoTime);
  }

  LaneHealth(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized boolean isWorking() {
    return working && !isStuck(stepping, stepBegan) && !isStuck(waiting, waitingSince);
  }

  /** In a row. */
  synchronized int failures() {
    return failures;
  }

  synchronized void stepBegins() {
    stepping = true;
    stepBegan = nanoTime.getAsLong();
  }

  synchronized void stepEnds(LaneWork.Progress progress) {
    stepping = false;
    waitsFor(progress);
    boolean proven =
        switch (progress) {
          case HANDLED -> true;
          case QUIET -> isCalm();
          case WAITING -> false;
        };
    if (proven) {
      working = true;
      failures = 0;
    }
  }

  /**
   * @return how long to wait before the next try
   */
  synchronized Duration failed() {
    stepping = false;
    working = false;
    waiting = false;
    quiet = false;
    long doubled = FIRST_PAUSE.toMillis() << Math.min(failures, DOUBLINGS);
    failures++;
    return Duration.ofMillis(Math.min(doubled, LONGEST_PAUSE.toMillis()));
  }

  private void waitsFor(LaneWork.Progress progress) {
    boolean waits = progress == LaneWork.Progress.WAITING;
    if (waits && !waiting) {
      waitingSince = nanoTime.getAsLong();
    }
    waiting = waits;
  }

  private boolean isStuck(boolean lasts, long began) {
    return lasts && since(began).compareTo(STUCK_AFTER) > 0;
  }

  /** What waits on the topic would have come by then, and failed again. */
  private boolean isCalm() {
    if (!quiet) {
      quiet = true;
      quietSince = nanoTime.getAsLong();
    }
    return failures == 0 || since(quietSince).compareTo(CALM) >= 0;
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanoTime.getAsLong() - then);
  }
}

package io.tokenledger.gateway.pump;

import java.time.Duration;

/** How often it is looked whether something stands still. */
final class Ticks {

  private static final long LEAST_MILLIS = 20;
  private static final long MOST_MILLIS = 1000;
  private static final int LOOKS = 10;

  private Ticks() {}

  /**
   * @return milliseconds, a tenth of the patience within bounds
   */
  static long of(Duration patience) {
    return Math.max(LEAST_MILLIS, Math.min(MOST_MILLIS, patience.toMillis() / LOOKS));
  }
}

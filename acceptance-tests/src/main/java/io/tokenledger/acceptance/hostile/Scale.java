package io.tokenledger.acceptance.hostile;

import java.time.Duration;

/**
 * How much of each attack there is.
 *
 * @param full all of it; otherwise a short form, which only shows that each is answered well
 * @param span how long an attack lasts at least
 * @param warmUp how long the others send and read before anything is measured
 */
public record Scale(boolean full, Duration span, Duration warmUp) {

  /** What is measured. */
  public static final Scale FULL = new Scale(true, Duration.ofSeconds(12), Duration.ofSeconds(20));

  /** For tests. */
  public static final Scale SHORT = new Scale(false, Duration.ofSeconds(2), Duration.ofSeconds(3));

  int of(int fully, int shortly) {
    return full ? fully : shortly;
  }
}

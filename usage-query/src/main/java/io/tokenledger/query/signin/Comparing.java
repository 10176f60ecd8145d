package io.tokenledger.query.signin;

import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Compares one password after the other: that is expensive, and whoever tries many must not have
 * every core. A few wait for their turn, in their order. Users and names of nobody have one each,
 * so that strangers with invented names do not keep anybody out.
 */
final class Comparing {

  /** Each waits on a thread. */
  private static final int MOST_WAITING = 8;

  private static final long LONGEST_WAIT_SECONDS = 10;

  private final Semaphore places = new Semaphore(1 + MOST_WAITING);
  private final Semaphore turn = new Semaphore(1, true);

  /** Fails as too many requests where too many wait. */
  boolean inTurn(BooleanSupplier comparison) {
    if (!places.tryAcquire()) {
      throw tooMany();
    }
    try {
      return waited(comparison);
    } finally {
      places.release();
    }
  }

  private boolean waited(BooleanSupplier comparison) {
    if (!isMyTurn()) {
      throw tooMany();
    }
    try {
      return comparison.getAsBoolean();
    } finally {
      turn.release();
    }
  }

  private boolean isMyTurn() {
    try {
      return turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RefusedException tooMany() {
    return new RefusedException(Reason.TOO_OFTEN, "Too many sign-ins at once: try again.");
  }
}

package io.tokenledger.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much may be taken in at once: a body takes about eight times its size in memory while it is
 * checked and sent. One sender has half of it at most, so that there is room for another.
 */
@ApplicationScoped
public class IntakeShares {

  private static final int MOST_KIB = 16 * 1024;
  private static final int OF_A_SENDER_KIB = MOST_KIB / 2;

  /** Each request holds a thread, too. */
  private static final int LEAST_KIB = 256;

  private static final int MOST_OF_A_SENDER = 64;

  private final Semaphore all = new Semaphore(MOST_KIB, true);
  private final Map<String, Sender> senders = new HashMap<>();
  private final long longestWaitMs;

  IntakeShares() {
    this(TimeUnit.SECONDS.toMillis(5));
  }

  IntakeShares(long longestWaitMs) {
    this.longestWaitMs = longestWaitMs;
  }

  /** What one sender has, and how many of its requests have it or wait for it. */
  private static final class Sender {
    private final Semaphore own = new Semaphore(OF_A_SENDER_KIB, true);
    private int requests;
  }

  /** A share that was taken; to be given back once. */
  public interface Share {
    void giveBack();
  }

  /**
   * Waits for a share, in turn.
   *
   * @param bytes how large the body is
   * @throws IntakeBusyException when the sender has too many requests under way, or there was no
   *     room for long
   */
  public Share take(String sender, long bytes) {
    int kib = (int) Math.max(LEAST_KIB, bytes / 1024 + 1);
    Sender its = enter(sender);
    if (!acquired(its.own, kib)) {
      leave(sender, its);
      throw tooMany();
    }
    if (!acquired(all, kib)) {
      its.own.release(kib);
      leave(sender, its);
      throw new IntakeBusyException(
          false, "Too many events come in at the moment: send them again.");
    }
    return () -> {
      all.release(kib);
      its.own.release(kib);
      leave(sender, its);
    };
  }

  private synchronized Sender enter(String sender) {
    Sender its = senders.computeIfAbsent(sender, first -> new Sender());
    if (its.requests >= MOST_OF_A_SENDER) {
      throw tooMany();
    }
    its.requests++;
    return its;
  }

  private synchronized void leave(String sender, Sender its) {
    its.requests--;
    if (its.requests == 0) {
      senders.remove(sender);
    }
  }

  private boolean acquired(Semaphore semaphore, int kib) {
    try {
      return semaphore.tryAcquire(kib, longestWaitMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static IntakeBusyException tooMany() {
    return new IntakeBusyException(
        true,
        "Too many requests of this sender are under way: send it again when one is answered.");
  }
}

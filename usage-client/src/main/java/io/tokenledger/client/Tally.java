package io.tokenledger.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Counts, and says once a minute in the log what was lost: never silently, never in a flood. */
final class Tally {

  private static final Logger LOG = System.getLogger(UsageTracker.class.getName());
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  final LongAdder recorded = new LongAdder();
  final LongAdder invalid = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder journalled = new LongAdder();
  final LongAdder accepted = new LongAdder();
  final LongAdder rejected = new LongAdder();
  final LongAdder failures = new LongAdder();

  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile String lastInvalid = "";
  private volatile String lastRejected = "";
  private volatile String lastDropped = "";
  private long saidInvalid;
  private long saidRejected;
  private long saidDropped;
  private long saidFailures;
  private long saidAt = System.nanoTime() - MINUTE_NANOS;
  private long failureSaidAt = saidAt;
  private boolean waiting;

  void accepted(int events) {
    accepted.add(events);
    sayWhatIsSentAgain();
  }

  void invalid(String problem) {
    invalid.increment();
    lastInvalid = problem;
  }

  void rejected(String why) {
    rejected.increment();
    lastRejected = why;
  }

  void dropped(String why) {
    dropped.increment();
    lastDropped = why;
  }

  /** Said once: the thread that says what was lost has ended. */
  void droppedAfterTheEnd() {
    if (ended.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING, "Usage events are lost: they are recorded after the tracker was closed.");
    }
  }

  /** The first at once, then one a minute. */
  synchronized void failed(String why) {
    failures.increment();
    if (System.nanoTime() - failureSaidAt >= MINUTE_NANOS) {
      failureSaidAt = System.nanoTime();
      long since = failures.sum() - saidFailures;
      saidFailures = failures.sum();
      waiting = true;
      LOG.log(Level.WARNING, "Usage events wait ({0} failed requests): {1}", since, why);
    }
  }

  private synchronized void sayWhatIsSentAgain() {
    if (waiting) {
      waiting = false;
      LOG.log(Level.INFO, "The ledger takes usage events again.");
    }
  }

  /** What was lost since it was said last, at most once a minute. */
  synchronized void sayWhatWasLost() {
    if (System.nanoTime() - saidAt >= MINUTE_NANOS) {
      sayNow();
    }
  }

  /** The same, at the end. */
  synchronized void sayNow() {
    if (invalid.sum() + rejected.sum() + dropped.sum() > saidInvalid + saidRejected + saidDropped) {
      saidAt = System.nanoTime();
      saidInvalid =
          say("not sent, as the ledger would refuse them", invalid, saidInvalid, lastInvalid);
      saidRejected = say("refused by the ledger", rejected, saidRejected, lastRejected);
      saidDropped = say("lost", dropped, saidDropped, lastDropped);
    }
  }

  private static long say(String what, LongAdder count, long said, String last) {
    long now = count.sum();
    if (now > said) {
      LOG.log(Level.WARNING, "{0} usage events were {1}; the last: {2}", now - said, what, last);
    }
    return now;
  }

  TrackerStats stats() {
    return new TrackerStats(
        recorded.sum(),
        invalid.sum(),
        dropped.sum(),
        journalled.sum(),
        accepted.sum(),
        rejected.sum(),
        failures.sum());
  }
}

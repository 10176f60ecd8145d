package io.tokenledger.client.sending;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets one thread sleep until there is work. Waking it costs others nothing while it is awake. */
final class Wakeup {

  private volatile Thread idle;
  private volatile Thread waiting;

  /** There is work. From any thread; never blocks. */
  void wake() {
    Thread thread = idle;
    if (thread != null) {
      idle = null;
      LockSupport.unpark(thread);
    }
  }

  /** Somebody is in a hurry. From any thread; never blocks. */
  void hurry() {
    wake();
    LockSupport.unpark(waiting);
  }

  /** Until there is work or hurry, the time has passed, or {@code awake} holds; or less. */
  void idle(long nanos, BooleanSupplier awake) {
    idle = Thread.currentThread();
    // After it was said that one sleeps: what comes from here on wakes.
    if (!awake.getAsBoolean()) {
      LockSupport.parkNanos(this, nanos);
    }
    idle = null;
  }

  /** As {@link #idle}, but new work does not end it. */
  void await(long nanos, BooleanSupplier awake) {
    waiting = Thread.currentThread();
    if (!awake.getAsBoolean()) {
      LockSupport.parkNanos(this, nanos);
    }
    waiting = null;
  }
}

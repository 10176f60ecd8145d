package io.tokenledger.service.kafka;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One thread that consumes partitions. A step that fails is never skipped: the work is closed, its
 * positions are forgotten, and after a pause it starts again from what was committed.
 */
public final class Lane implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Lane.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final LaneWork.Factory factory;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean working;
  private int failures;

  public Lane(String name, LaneWork.Factory factory) {
    this.factory = factory;
    this.thread = new Thread(this::run, name);
  }

  public void start() {
    thread.start();
  }

  /** False from a failure until the next step that succeeds. */
  public boolean isWorking() {
    return working;
  }

  /** Ends after the step at hand. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(STOP_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try (LaneWork work = factory.open()) {
        while (!stopping) {
          work.step();
          working = true;
          failures = 0;
        }
      } catch (RuntimeException e) {
        working = false;
        failures++;
        LOG.warnf(e, "%s failed and starts again from the last commit", thread.getName());
        pause();
      }
    }
  }

  private void pause() {
    long doubled = FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10);
    long until =
        System.nanoTime()
            + Duration.ofMillis(Math.min(doubled, LONGEST_PAUSE.toMillis())).toNanos();
    try {
      while (!stopping && System.nanoTime() < until) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

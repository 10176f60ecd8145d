package io.tokenledger.service.kafka;

import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One thread that consumes partitions. A step that fails is never skipped: the work is closed, its
 * positions are forgotten, and after a pause it starts again from what was committed.
 */
final class Lane implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Lane.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final LaneWork.Factory factory;
  private final LaneHealth health = new LaneHealth();
  private final Thread thread;
  private volatile boolean stopping;

  Lane(String name, LaneWork.Factory factory) {
    this.factory = factory;
    this.thread = new Thread(this::run, name);
  }

  void start() {
    thread.start();
  }

  /**
   * False before the lane knows its partitions, from a failure until it is proven that the reason
   * is gone, while a step is stuck, and when its partitions were taken away and Kafka has not said
   * for as long which ones it has now.
   */
  boolean isWorking() {
    return health.isWorking();
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
          step(work);
        }
      } catch (RuntimeException e) {
        pause(failed(e));
      }
    }
  }

  private void step(LaneWork work) {
    health.stepBegins();
    int failuresBefore = health.failures();
    health.stepEnds(work.step());
    if (failuresBefore > 0 && health.failures() == 0) {
      LOG.infof("%s works again after %d failures", thread.getName(), failuresBefore);
    }
  }

  /** One line for each failure; the first of a row with its stack. */
  private Duration failed(RuntimeException e) {
    Duration pause = health.failed();
    String what = "%s failed, and starts again from the last commit in %s: %s";
    String message = what.formatted(thread.getName(), inWords(pause), rootOf(e));
    LOG.warn(message, health.failures() == 1 ? e : null);
    return pause;
  }

  private static String inWords(Duration pause) {
    return pause.toMillis() / 1000.0 + " s";
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root.getCause() instanceof TimeoutException)) {
      root = root.getCause();
    }
    return root;
  }

  private void pause(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    try {
      while (!stopping && System.nanoTime() < until) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

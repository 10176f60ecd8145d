package io.tokenledger.local.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets a command that was interrupted come to an orderly end, within a bound. */
final class Stop implements BooleanSupplier, AutoCloseable {

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean asked;

  /**
   * @param seconds that the command may still take
   */
  Stop(int seconds) {
    Thread hook =
        new Thread(
            () -> {
              asked = true;
              await(seconds);
            },
            "stop the command");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether somebody wants it to end. */
  @Override
  public boolean getAsBoolean() {
    return asked;
  }

  /** It has ended. */
  @Override
  public void close() {
    ended.countDown();
  }

  private void await(int seconds) {
    try {
      ended.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

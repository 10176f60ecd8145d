package io.tokenledger.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that {@link ProcessHandle} cannot send. */
public final class Signals {

  private Signals() {}

  /** SIGINT; to PostgreSQL a fast shutdown, where SIGTERM would wait for its clients. */
  public static void interrupt(ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.tokenledger.acceptance.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java cannot send. */
public enum ProcessSignal {
  STOP,
  CONT;

  public void send(long pid) {
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
          .inheritIO()
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
